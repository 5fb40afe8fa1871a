import * as z from 'zod';
import { readShape } from './read-shape';

const answer = z.strictObject({ run: z.string().min(1), says: z.enum(['yes', 'no']), reason: z.string().min(1) });

/** Reads what a person answers to a run's question; anything else is an `InvalidSignal` that says what is allowed (S32). */
export const parseAnswer = (input: unknown): z.output<typeof answer> =>
  readShape(answer, input, 'start it with {"run": "the run that asks", "says": "yes" or "no", "reason": "why"}');
