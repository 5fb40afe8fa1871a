import * as z from 'zod';

/** What every step of a run carries: what is moved, and under which epoch. */
export const move = z.strictObject({
  run: z.string(),
  epoch: z.int().positive(),
  from: z.string(),
  to: z.string(),
  lossBoundSeconds: z.number().nonnegative().optional(),
  /** A person accepted a loss that the plan alone does not allow. */
  lossAccepted: z.boolean().optional(),
  /** A person attests that nothing writes in the old Region any more, and why (S14). */
  fenceAttested: z.string().optional(),
  /** Pages of the lost Region that answered nobody; if they answer again, nothing is promoted (S15). */
  silentChecks: z.array(z.string()).readonly().optional(),
});

/** What every step of a backup carries. */
export const saving = move.extend({ point: z.string() });

/** One capability on one resource, as the assessment lists it; a check of the plan has the kind `check`. */
export const step = z.strictObject({ resource: z.string(), kind: z.string(), capability: z.string() });

export type Step = z.output<typeof step>;

/** What the state machine asks of a step's function. */
export const stepRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('start'), step, move }),
  z.strictObject({ ask: z.literal('poll'), step, move, startedAt: z.iso.datetime() }),
]);

export type StepRequest = z.output<typeof stepRequest>;

/** The same of a backup. */
export const savingRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('start'), step, move: saving }),
  z.strictObject({ ask: z.literal('poll'), step, move: saving, startedAt: z.iso.datetime() }),
]);

export type SavingRequest = z.output<typeof savingRequest>;

/** What a step's function answers; `startedAt` comes back with the next poll. */
export interface StepAnswer {
  readonly says: 'done' | 'pending' | 'refused';
  readonly because: string;
  readonly againInSeconds: number;
  readonly startedAt: string;
}
