import * as z from 'zod';
import type { LastKnown, Replicas } from '../authority/replicas';
import { getItem, putItem, queryItems } from '../authority/table';
import { UnderstudyError } from '../errors';

/** Somebody else says what this writer was about to say; whoever still waits for this one should ask it again. */
export class Overtaken extends UnderstudyError {
  override readonly name = 'Overtaken';
}

/** One thing that a run did or found. `entry` tells what, such as `assessment#2026-01-06T09:03:00.000Z`. */
export interface LedgerEntry {
  readonly entry: string;
  /** When, ISO 8601. */
  readonly at: string;
  /** How often an entry that is amended was written; absent where it is written once. */
  readonly edition?: number;
  readonly [detail: string]: unknown;
}

type Details = Readonly<Record<string, unknown>>;

/** Writes an entry of which any attempt says as much as another; whose words come in an order is amended. */
export const note = async (replicas: Replicas, run: string, entry: string, details: Details): Promise<void> => {
  await putItem(replicas, { ...keyOf(run, entry), entry, at: now(replicas), ...details });
};

/** Writes an entry of which only the first word counts: whatever comes later changes nothing. */
export const noteFirst = async (replicas: Replicas, run: string, entry: string, details: Details): Promise<void> => {
  const item = { ...keyOf(run, entry), entry, at: now(replicas), ...details };
  await putItem(replicas, item, { ConditionExpression: 'attribute_not_exists(pk)' });
};

/** How an entry is amended by one of several who may write it at once. */
export interface Amendment {
  /** The edition that the writer knows of, which spares a look. */
  readonly follows?: number;
  /** Says it again to a word that came in between; throws an `Overtaken` where that one must stand. */
  readonly over?: (there: LedgerEntry) => Details;
}

/**
 * Writes what an entry says now over what it said, and answers its edition. A request that its sender gave up may arrive
 * minutes later: it finds another edition than it was to follow, and changes nothing. A sender that is itself late reads
 * what was said meanwhile, and only `over` can tell which word is the newer one; without it, whoever asks last is right.
 */
export const amend = async (
  replicas: Replicas,
  run: string,
  entry: string,
  details: Details,
  { follows = 0, over = () => details }: Amendment = {},
): Promise<number> => {
  const at = now(replicas);
  let last = follows;
  let says = details;
  for (let refusals = 0; refusals < REFUSALS_MAX; refusals += 1) {
    const edition = last + 1;
    const item = { ...keyOf(run, entry), entry, at, ...says, edition };
    const isWritten = await putItem(replicas, item, {
      ConditionExpression: 'attribute_not_exists(edition) OR edition = :last',
      ExpressionAttributeValues: { ':last': last },
    });
    if (isWritten) return edition;
    const there = await readEntry(replicas, run, entry);
    last = editionOf(there);
    if (there) says = over(there);
  }
  throw new Overtaken(`${entry} of ${run} was said otherwise ${REFUSALS_MAX} times, the last time in edition ${last}`);
};

/** A few who write at once are through by then; an edition that nobody can read would be refused for ever. */
const REFUSALS_MAX = 5;

/** What an entry says; undefined if it was never written. */
export const readEntry = async (replicas: Replicas, run: string, entry: string): Promise<LedgerEntry | undefined> =>
  (await getItem(replicas, keyOf(run, entry))) as LedgerEntry | undefined;

/** How often an entry was amended; 0 if never. */
export const editionOf = (there: LedgerEntry | undefined): number => amended.safeParse(there).data?.edition ?? 0;

const amended = z.object({ edition: z.int().positive() });

/** Everything a run has noted, in the order of its entries' names. */
export const readLedger = async (replicas: Replicas | LastKnown, run: string): Promise<LedgerEntry[]> => {
  const items = await queryItems(replicas, {
    KeyConditionExpression: 'pk = :run',
    values: { ':run': `ledger#${run}` },
  });
  return items as readonly unknown[] as LedgerEntry[];
};

const keyOf = (run: string, entry: string) => ({ pk: `ledger#${run}`, sk: entry });

const now = ({ outside }: Replicas): string => new Date(outside.clock.now()).toISOString();
