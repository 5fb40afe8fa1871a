import * as z from 'zod';
import type { LastKnown, Replicas } from '../authority/replicas';
import { getItem, putItem, queryItems } from '../authority/table';

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

/**
 * Writes what an entry says now over what it said, and answers its edition. Whoever knows the edition that is there says
 * so, and spares a look. A request that its sender gave up may arrive minutes later: it finds another edition than it was
 * to follow, and changes nothing.
 */
export const amend = async (
  replicas: Replicas,
  run: string,
  entry: string,
  details: Details,
  follows = 0,
): Promise<number> => {
  const at = now(replicas);
  for (let last = follows; ; last = await readEdition(replicas, run, entry)) {
    const edition = last + 1;
    const item = { ...keyOf(run, entry), entry, at, ...details, edition };
    const isWritten = await putItem(replicas, item, {
      ConditionExpression: 'attribute_not_exists(edition) OR edition = :last',
      ExpressionAttributeValues: { ':last': last },
    });
    if (isWritten) return edition;
  }
};

/** How often an entry was amended; 0 if never. */
export const readEdition = async (replicas: Replicas, run: string, entry: string): Promise<number> => {
  const item = await getItem(replicas, keyOf(run, entry));
  return amended.safeParse(item).data?.edition ?? 0;
};

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
