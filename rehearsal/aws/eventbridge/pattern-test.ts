import { z } from 'zod';
import type { Json } from '../../asl/json';
import { NotSimulated } from '../not-simulated';

/** One alternative of a pattern's field, asked of all values that the event has there. */
export type Test = (values: readonly Json[]) => boolean;

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const text = z.string();

/**
 * Compiles a value to match exactly, or one of `prefix`, `exists`, `anything-but` and `numeric`.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export const compileTest = (alternative: Json, path: string): Test => {
  const exact = scalar.safeParse(alternative);
  if (exact.success) return (values) => values.includes(exact.data);
  for (const { shape, test } of operators) {
    const operator = shape.safeParse(alternative);
    if (operator.success) return test(operator.data);
  }
  throw new NotSimulated(
    `${path}: ${JSON.stringify(alternative)} is not simulated; allowed are values, prefix, exists, anything-but, numeric`,
  );
};

/** Gives each operator's test the type of its own shape. */
const operator = <S extends z.ZodType>(shape: S, test: (operand: z.output<S>) => Test) => ({
  shape,
  test: test as (operand: unknown) => Test,
});

const compare = {
  '=': (value: number, bound: number) => value === bound,
  '<': (value: number, bound: number) => value < bound,
  '<=': (value: number, bound: number) => value <= bound,
  '>': (value: number, bound: number) => value > bound,
  '>=': (value: number, bound: number) => value >= bound,
} as const;

const sign = z.enum(Object.keys(compare) as (keyof typeof compare)[]);

const startsWith =
  (prefix: string) =>
  (value: Json): boolean =>
    typeof value === 'string' && value.startsWith(prefix);

const operators = [
  operator(
    z.strictObject({ prefix: text }),
    ({ prefix }) =>
      (values) =>
        values.some(startsWith(prefix)),
  ),
  operator(
    z.strictObject({ exists: z.boolean() }),
    ({ exists }) =>
      (values) =>
        values.length > 0 === exists,
  ),
  operator(
    z.strictObject({ 'anything-but': z.union([text, z.number(), z.array(text).min(1), z.array(z.number()).min(1)]) }),
    ({ 'anything-but': excluded }) => {
      const list: readonly Json[] = Array.isArray(excluded) ? excluded : [excluded];
      return (values) => values.some((value) => !list.includes(value));
    },
  ),
  operator(
    z.strictObject({ 'anything-but': z.strictObject({ prefix: text }) }),
    ({ 'anything-but': { prefix } }) =>
      (values) =>
        values.some((value) => !startsWith(prefix)(value)),
  ),
  operator(
    z.strictObject({
      numeric: z
        .tuple([sign, z.number(), sign.optional(), z.number().optional()])
        .refine((pairs) => pairs.length % 2 === 0),
    }),
    ({ numeric: [first, bound, second = first, otherBound = bound] }) =>
      (values) =>
        values.some(
          (value) => typeof value === 'number' && compare[first](value, bound) && compare[second](value, otherBound),
        ),
  ),
];
