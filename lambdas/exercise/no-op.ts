import * as z from 'zod';

/** What every function answers without doing its work. */
export const exercise = z.strictObject({ exercise: z.literal(true) });

/** How it answers: its name. */
export const exercised = z.strictObject({ exercised: z.string() });
