import type * as z from 'zod';
import type { Path } from './problem';

/** A JSON Schema, as far as ours go. */
export type Description = z.core.JSONSchema.BaseSchema;

/** What a JSON Schema says of the value at a path of the input; empty where it knows no such path. */
export const describedAt = (schema: Description, path: Path, input: unknown): Description => {
  const [step, ...rest] = path;
  const here = chosen(schema, input);
  if (step === undefined) return here;
  return describedAt(child(here, step), rest, valueAt(input, [step]));
};

/** What the input has at a path; undefined if nothing. */
export const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (isMapping(value) ? value[step] : undefined), input);

/** Among resources of several kinds, the one whose kind the input names. */
const chosen = (schema: Description, input: unknown): Description => {
  if (!schema.oneOf) return schema;
  const kind = valueAt(input, ['kind']);
  return schema.oneOf.find((option) => child(option, 'kind').const === kind) ?? {};
};

const child = (schema: Description, step: string | number): Description => {
  if (schema.properties && Object.hasOwn(schema.properties, step)) return asDescription(schema.properties[step]);
  if (typeof step === 'number' && !Array.isArray(schema.items)) return asDescription(schema.items);
  return asDescription(schema.additionalProperties);
};

/** JSON Schema has `true` and `false` for anything and nothing. */
const asDescription = (schema: Description | boolean | undefined): Description =>
  typeof schema === 'object' ? schema : {};

const isMapping = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;
