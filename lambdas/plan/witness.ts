import type { Check, Plan, Region } from './plan';

/** The name under which the electorate knows Route 53's health checkers; no Region is called so. */
export const WITNESS = 'dns-witness';

/** What the witness's TXT records say of a Region. */
export const WITNESS_SAYS = { up: 'up', down: 'down' } as const;

/** The name of the TXT records about a Region. */
export const witnessRecord = ({ record }: NonNullable<Plan['witness']>, region: Region): string =>
  `${region}.${record}`;

/** What the witness asks; every plan has a check of kind http. */
export const witnessedCheck = ({ checks }: Pick<Plan, 'checks'>): Check | undefined =>
  checks.find(({ kind }) => kind === 'http');
