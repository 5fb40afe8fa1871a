import type * as z from 'zod';
import { InvalidSignal } from './invalid-signal';

/** Whether an input has fields at all. */
export const isObject = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/** Reads an input as one shape; anything else is an `InvalidSignal` that names the fields and says what is allowed (S32). */
export const readShape = <T>(schema: z.ZodType<T>, input: unknown, allowed: string): T => {
  const { data, error } = schema.safeParse(input);
  if (!error) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  throw new InvalidSignal(`${problems.join('; ')}; ${allowed}`);
};
