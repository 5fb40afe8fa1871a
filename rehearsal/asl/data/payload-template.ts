import { DefinitionFault } from '../faults';
import type { Read } from '../fields';
import { isObject, type Json } from '../json';
import { look, path, type Data } from './path';

/** A Parameters, ItemSelector or ResultSelector, ready to be filled in. */
export type Template = (data: Data) => Json;

/**
 * Reads a payload template: an object in which a field `x.$` becomes `x` with what stands at its path.
 * https://states-language.net/spec.html#payload-template
 */
export const template: Read<Template> = (value, where) => {
  if (!isObject(value)) throw new DefinitionFault(where, `${JSON.stringify(value)} is not an object`);
  return node(value, where);
};

const node: Read<Template> = (value, where) => {
  if (Array.isArray(value)) {
    const elements = value.map((element: Json, index) => node(element, `${where}[${index}]`));
    return (data) => elements.map((element) => element(data));
  }
  if (!isObject(value)) return () => value;
  const fields = Object.entries(value).map(([name, each]) => field(name, each, `${where}.${name}`));
  const names = fields.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new DefinitionFault(where, `has both ${twice} and ${twice}.$; keep one`);
  return (data) => Object.fromEntries(fields.map(([name, fill]) => [name, fill(data)]));
};

const field = (name: string, value: Json, where: string): readonly [string, Template] => {
  if (!name.endsWith('.$')) return [name, node(value, where)];
  const from = path(value, where);
  return [name.slice(0, -'.$'.length), (data) => look(from, data, name)];
};
