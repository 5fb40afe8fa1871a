import type { Json } from '../../asl/json';
import { NotSimulated } from '../not-simulated';
import { compileTest, type Test } from './pattern-test';

/** Whether an event, or a part of it, matches; undefined is a field that the event does not have. */
export type Pattern = (value: Json | undefined) => boolean;

/** An event pattern that AWS would refuse. */
export class InvalidEventPattern extends Error {
  override readonly name = 'InvalidEventPatternException';
}

/**
 * Compiles an event pattern: every field named must match, by any of its values. Refuses what AWS refuses
 * (`InvalidEventPattern`) and what nobody simulates (`NotSimulated`).
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export const compilePattern = (pattern: Json, path = 'EventPattern'): Pattern => {
  if (isList(pattern)) return compileLeaf(pattern, path);
  if (!isRecord(pattern)) {
    throw new InvalidEventPattern(`${path}: ${JSON.stringify(pattern)} must be an array of values or an object`);
  }
  const fields = Object.entries(pattern).map(([field, value]) => {
    if (field.startsWith('$')) throw new NotSimulated(`${path}.${field} is not simulated`);
    return { field, matches: compilePattern(value, `${path}.${field}`) };
  });
  if (fields.length === 0) throw new InvalidEventPattern(`${path}: an empty object matches nothing; leave it out`);
  const matchesAll = (value: Json | undefined) =>
    fields.every(({ field, matches }) => matches(isRecord(value) ? value[field] : undefined));
  // Of a list of objects, one that matches is enough.
  return (value) => (isList(value) ? value.some(matchesAll) : matchesAll(value));
};

const compileLeaf = (alternatives: readonly Json[], path: string): Pattern => {
  if (alternatives.length === 0) throw new InvalidEventPattern(`${path}: an empty array matches nothing`);
  const tests: readonly Test[] = alternatives.map((alternative) => compileTest(alternative, path));
  return (value) => {
    const values = leavesOf(value);
    return tests.some((test) => test(values));
  };
};

/** The values of a field that tests look at; an object is no leaf, so to them it does not exist. */
const leavesOf = (value: Json | undefined): readonly Json[] => {
  if (value === undefined || isRecord(value)) return [];
  return isList(value) ? value.filter((one) => !isRecord(one)) : [value];
};

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value);
