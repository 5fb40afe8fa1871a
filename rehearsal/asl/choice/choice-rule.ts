import { exactlyOne, list, object, text, type Fields, type Read } from '../fields';
import { comparators } from './comparators';
import { path, type Data } from '../data/path';

/** A condition of a Choice, ready to be asked. */
export type Condition = (data: Data) => boolean;

/** One of a Choice's rules, in order: where it leads when its condition holds. */
export interface Rule {
  readonly holds: Condition;
  readonly next: string;
}

/** Reads a Choice rule. https://states-language.net/spec.html#choice-state */
export const rule: Read<Rule> = object((fields) => {
  fields.optional('Comment', text);
  return { holds: condition(fields), next: fields.required('Next', text) };
});

const nested: Read<Condition> = (value, where) => object(condition)(value, where);

const condition = (fields: Fields): Condition => {
  const variable = fields.optional('Variable', path);
  if (!variable) return exactlyOne(fields, combinations);
  const test = exactlyOne(fields, comparators);
  return (data) => test(variable, data);
};

const combinations: Readonly<Record<string, Read<Condition>>> = {
  And: (value, where) => {
    const all = list(nested)(value, where);
    return (data) => all.every((holds) => holds(data));
  },
  Or: (value, where) => {
    const any = list(nested)(value, where);
    return (data) => any.some((holds) => holds(data));
  },
  Not: (value, where) => {
    const holds = nested(value, where);
    return (data) => !holds(data);
  },
};
