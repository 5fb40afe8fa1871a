import * as z from 'zod';
import { durationText, parseDuration, showDuration } from './duration';

const SECONDS = 'Seconds';

/**
 * The schema of what people write for a given schema: the same, but each number `…Seconds` loses its unit from the name
 * and is written with it (`ttlSeconds: 60` as `ttl: 60s`). Parsing with it gives what the given schema describes.
 */
export const asWritten = <T>(schema: z.ZodType<T>): z.ZodType<T> => described(schema, rewrite(schema)) as z.ZodType<T>;

const rewrite = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodObject) return writtenObject(schema);
  if (schema instanceof z.ZodArray) return schema.clone({ ...schema.def, element: asWritten(rich(schema.element)) });
  if (schema instanceof z.ZodOptional) return asWritten(rich(schema.def.innerType)).optional();
  if (schema instanceof z.ZodPrefault) return asWritten(rich(schema.def.innerType)).prefault(schema.def.defaultValue);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const [first, ...others] = schema.options.map((option) => option as z.ZodObject);
    if (!first) return schema;
    return z.discriminatedUnion(schema.def.discriminator, [writtenObject(first), ...others.map(writtenObject)]);
  }
  return schema;
};

const writtenObject = (schema: z.ZodObject) => {
  const shape = Object.entries(schema.shape).map(([key, field]): [string, z.ZodType] =>
    key.endsWith(SECONDS)
      ? [key.slice(0, -SECONDS.length), described(rich(field), writtenDuration(rich(field)))]
      : [key, asWritten(rich(field))],
  );
  const named = (key: string) => (key in schema.shape ? key : `${key}${SECONDS}`);
  return z
    .strictObject(Object.fromEntries(shape))
    .transform((value) => Object.fromEntries(Object.entries(value).map(([key, field]) => [named(key), field])));
};

const writtenDuration = (seconds: z.ZodType): z.ZodType => {
  if (seconds instanceof z.ZodDefault) {
    const written = writtenDuration(described(seconds, rich(seconds.def.innerType)));
    return written.prefault(showDuration(Number(seconds.def.defaultValue)));
  }
  const examples = seconds.meta()?.examples;
  return z
    .string()
    .regex(durationText)
    .meta(examples === undefined ? {} : { examples })
    .transform(parseDuration)
    .pipe(seconds as z.ZodType<number, number>);
};

/** Wrapping and cloning lose the description. */
const described = (from: z.ZodType, to: z.ZodType): z.ZodType => to.meta(from.meta() ?? {});

/** Zod types the parts of a schema by its core, of which every schema built with `z` is the richer form. */
const rich = (part: z.core.SomeType): z.ZodType => part as z.ZodType;
