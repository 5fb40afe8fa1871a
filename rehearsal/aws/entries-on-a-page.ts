import type { Call } from './operation';

/**
 * How many entries are on a page at most: `usually`, unless a fault ends pages sooner. AWS promises no number: a page may
 * end for its size too, and only its marker says whether more follows.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html
 */
export const entriesOnAPage = (
  [service, operation]: readonly [service: string, operation: string],
  { world: { faults }, region }: Pick<Call, 'world' | 'region'>,
  usually = Infinity,
): number => Math.min(usually, faults.pageEntriesMax?.({ service, operation, region }) ?? Infinity);
