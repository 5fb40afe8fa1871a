import * as z from 'zod';
import type { LedgerEntry } from './ledger';

/** A step in the ledger: `intent` before it acts, then what it says. An intent that stays is the evidence of a crash. */
const stepRecord = z.object({
  entry: z.string(),
  phase: z.string(),
  resource: z.string(),
  says: z.enum(['intent', 'done', 'pending', 'refused']),
  because: z.string(),
  /** Whether it may have changed anything; false only when it was refused before it acted. */
  acted: z.boolean(),
  startedAt: z.iso.datetime(),
  at: z.iso.datetime(),
});

export type StepRecord = z.output<typeof stepRecord>;

/** The ledger's name for a step. */
export const stepEntry = (phase: string, resource: string): string => `step#${phase}#${resource}`;

/** The steps among a run's entries. */
export const stepsIn = (entries: readonly LedgerEntry[]): StepRecord[] =>
  entries.filter(({ entry }) => entry.startsWith('step#')).map((entry) => stepRecord.parse(entry));
