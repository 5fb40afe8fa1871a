import * as z from 'zod';
import type { Replicas } from '../authority/replicas';
import { amend, editionOf, Overtaken, type LedgerEntry } from '../evidence/ledger';
import type { StepRecord } from '../evidence/step-record';

/** What every word of a step says. */
export type Said = Pick<StepRecord, 'phase' | 'resource' | 'startedAt' | 'acted'>;

/** Writes the next word of a step over its last one. */
export type Say = (word: Said & Pick<StepRecord, 'says' | 'because'>) => Promise<void>;

/** One call of a step's function, which may overlap with another: whoever waited for it may have asked again. */
interface Attempt {
  readonly replicas: Replicas;
  readonly run: string;
  readonly entry: string;
  /** When it began, ISO 8601: a poll began later than the start whose `startedAt` it carries. */
  readonly attemptAt: string;
}

/**
 * Speaks for one attempt, which has read what is `there`. It never replaces a newer attempt's word (S30): that one is
 * listened to. It replaces an older one's, but not that something may have been changed: an undo must know (S28).
 */
export const speakAfter = (there: LedgerEntry | undefined, attempt: Attempt): Say => {
  const { replicas, run, entry, attemptAt } = attempt;
  let othersActed = false;
  const hear = (said: LedgerEntry | undefined) => {
    assertNewest(said, attempt);
    othersActed ||= said?.['acted'] === true;
  };
  hear(there);
  let last = editionOf(there);
  return async (word) => {
    const spoken = () => ({ ...word, acted: word.acted || othersActed, attemptAt });
    const over = (meanwhile: LedgerEntry) => {
      hear(meanwhile);
      return spoken();
    };
    last = await amend(replicas, run, entry, spoken(), { follows: last, over });
  };
};

const assertNewest = (said: LedgerEntry | undefined, { run, entry, attemptAt }: Attempt): void => {
  const newer = attempted.safeParse(said).data?.attemptAt;
  const aheadSeconds = newer === undefined ? 0 : (Date.parse(newer) - Date.parse(attemptAt)) / 1000;
  if (aheadSeconds <= 0 || aheadSeconds > ATTEMPT_SECONDS_MAX) return;
  throw new Overtaken(`${entry} of ${run}: an attempt of ${newer} goes on where that of ${attemptAt} was`);
};

/** A step's function is stopped before that, so whatever is further ahead comes from a clock that was wrong. */
const ATTEMPT_SECONDS_MAX = 30;

/** Words of older code do not tell. */
const attempted = z.object({ attemptAt: z.iso.datetime() });
