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

/** What a step was about to replace, as it stood before the first attempt to change it (S28). */
const beforeRecord = z.object({
  entry: z.string(),
  phase: z.string(),
  resource: z.string(),
  before: z.record(z.string(), z.unknown()),
});

export type BeforeRecord = z.output<typeof beforeRecord>;

/** The ledger's name for what a step replaces. */
export const beforeEntry = (phase: string, resource: string): string => `before#${phase}#${resource}`;

/** What the steps of a phase were about to replace, by the first word on each resource: a run that goes on with a move finds it replaced. */
export const replacedIn = (entries: readonly LedgerEntry[], phase: string): BeforeRecord[] =>
  entries
    .filter(({ entry }) => entry.startsWith(beforeEntry(phase, '')))
    .map((entry) => beforeRecord.parse(entry))
    .filter(({ resource }, index, all) => all.findIndex((one) => one.resource === resource) === index);

/** The steps among a run's entries. */
export const stepsIn = (entries: readonly LedgerEntry[]): StepRecord[] =>
  entries.filter(({ entry }) => entry.startsWith('step#')).map((entry) => stepRecord.parse(entry));
