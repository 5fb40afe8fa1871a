import type { LastKnown, Replicas } from '../authority/replicas';
import { putItem, queryItems } from '../authority/table';

/** One thing that a run did or found. `entry` tells what, such as `assessment#2026-01-06T09:03:00.000Z`. */
export interface LedgerEntry {
  readonly entry: string;
  /** When, ISO 8601. */
  readonly at: string;
  readonly [detail: string]: unknown;
}

/** Writes an entry into a run's ledger; the same entry again replaces it. */
export const note = async (
  replicas: Replicas,
  run: string,
  entry: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const at = new Date(replicas.outside.clock.now()).toISOString();
  await putItem(replicas, { pk: `ledger#${run}`, sk: entry, entry, at, ...details });
};

/** Everything a run has noted, in the order of its entries' names. */
export const readLedger = async (replicas: Replicas | LastKnown, run: string): Promise<LedgerEntry[]> => {
  const items = await queryItems(replicas, {
    KeyConditionExpression: 'pk = :run',
    values: { ':run': `ledger#${run}` },
  });
  return items as readonly unknown[] as LedgerEntry[];
};
