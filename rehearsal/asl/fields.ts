import { DefinitionFault } from './faults';
import { isObject, type Json } from './json';

/** Turns a value of a definition into what runs, or throws `DefinitionFault` naming `where` it stands. */
export type Read<T> = (value: Json, where: string) => T;

/** The fields of one object of a definition. A field that nobody reads is unknown, and therefore an error. */
export interface Fields {
  readonly where: string;
  /** What the object has. */
  readonly names: readonly string[];
  optional<T>(name: string, read: Read<T>): T | undefined;
  required<T>(name: string, read: Read<T>): T;
}

/** Reads an object, and refuses every field that `read` did not ask for. */
export const object =
  <T>(read: (fields: Fields) => T): Read<T> =>
  (value, where) => {
    if (!isObject(value)) throw new DefinitionFault(where, `${JSON.stringify(value)} is not an object`);
    const known = new Set<string>();
    const optional = <F>(name: string, readField: Read<F>): F | undefined => {
      known.add(name);
      const field = value[name];
      return field === undefined ? undefined : readField(field, `${where}.${name}`);
    };
    const required = <F>(name: string, readField: Read<F>): F => {
      if (value[name] === undefined) throw new DefinitionFault(where, `${name} is missing`);
      return optional(name, readField) as F;
    };
    const result = read({ where, names: Object.keys(value), optional, required });
    for (const name of Object.keys(value)) {
      if (known.has(name)) continue;
      throw new DefinitionFault(`${where}.${name}`, `is not simulated; allowed here are ${[...known].join(', ')}`);
    }
    return result;
  };

/** Reads the one field of several that may be there, such as a Fail's Cause or CausePath. */
export const atMostOne = <T>(fields: Fields, readers: Readonly<Record<string, Read<T>>>): T | undefined => {
  const found = Object.entries(readers).flatMap(([name, read]) => {
    const value = fields.optional(name, read);
    return value === undefined ? [] : [{ name, value }];
  });
  if (found.length <= 1) return found[0]?.value;
  const names = found.map(({ name }) => name).join(' and ');
  throw new DefinitionFault(fields.where, `has ${names}, of which there may be one`);
};

/** Reads the one field of several that must be there, such as a Wait's Seconds or Timestamp. */
export const exactlyOne = <T>(fields: Fields, readers: Readonly<Record<string, Read<T>>>): T => {
  const found = atMostOne(fields, readers);
  if (found !== undefined) return found;
  throw new DefinitionFault(
    fields.where,
    `needs one of ${Object.keys(readers).join(', ')}; it has ${fields.names.join(', ')}`,
  );
};

/** Reads a list that has at least one element. */
export const list =
  <T>(read: Read<T>): Read<readonly T[]> =>
  (value, where) => {
    if (!Array.isArray(value) || value.length === 0) throw new DefinitionFault(where, 'must be a list, and not empty');
    return value.map((element: Json, index) => read(element, `${where}[${index}]`));
  };

export const text: Read<string> = (value, where) => {
  if (typeof value === 'string') return value;
  throw new DefinitionFault(where, `${JSON.stringify(value)} is not a string`);
};

export const truth: Read<boolean> = (value, where) => {
  if (typeof value === 'boolean') return value;
  throw new DefinitionFault(where, `${JSON.stringify(value)} is neither true nor false`);
};

/** Reads one of some strings. */
export const oneOf =
  <T extends string>(...allowed: readonly T[]): Read<T> =>
  (value, where) => {
    const found = allowed.find((each) => each === value);
    if (found !== undefined) return found;
    throw new DefinitionFault(where, `${JSON.stringify(value)} is not simulated; allowed is ${allowed.join(' or ')}`);
  };

/** Reads a number of at least `min`. */
export const atLeast =
  (min: number): Read<number> =>
  (value, where) => {
    if (typeof value === 'number' && value >= min) return value;
    throw new DefinitionFault(where, `${JSON.stringify(value)} is not a number of at least ${min}`);
  };

/** Reads a whole number of at least `min`. */
export const wholeNumber =
  (min: number): Read<number> =>
  (value, where) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min) return value;
    throw new DefinitionFault(where, `${JSON.stringify(value)} is not a whole number of at least ${min}`);
  };
