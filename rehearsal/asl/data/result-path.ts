import { DefinitionFault, TaskFault } from '../faults';
import type { Read } from '../fields';
import { isObject, type Json } from '../json';
import { path } from './path';

/** Where a result goes in the input: the fields on the way to it, or null where it is thrown away. */
export type ResultPath = readonly string[] | null;

/** Reads a ResultPath: null, `$`, or fields below it. */
export const resultPath: Read<ResultPath> = (value, where) => {
  if (value === null) return null;
  const { root, steps } = path(value, where);
  const fields = steps.filter((step) => typeof step === 'string');
  if (root === 'input' && fields.length === steps.length) return fields;
  throw new DefinitionFault(
    where,
    `${JSON.stringify(value)} cannot be written to; allowed are null, $ and $.field.field`,
  );
};

/**
 * Puts a result into the input, making objects on the way; throws `States.ResultPathMatchFailure` where something else
 * than an object stands in the way. https://states-language.net/spec.html#reference-paths
 */
export const put = (to: ResultPath, input: Json, result: Json): Json => {
  if (to === null) return input;
  const [field, ...rest] = to;
  if (field === undefined) return result;
  if (!isObject(input)) {
    throw new TaskFault('States.ResultPathMatchFailure', `'${field}' cannot be put into ${JSON.stringify(input)}`);
  }
  return { ...input, [field]: put(rest, input[field] ?? {}, result) };
};
