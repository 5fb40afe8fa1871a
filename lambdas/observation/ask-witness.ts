import type { Outside } from '../outside';
import type { Plan, Region } from '../plan/plan';
import { witnessRecord } from '../plan/witness';

/** What DNS answered of each workload Region, ISO 8601. */
export interface Reading {
  readonly at: string;
  readonly regions: readonly { readonly region: Region; readonly texts: readonly string[] }[];
}

/**
 * Reads what Route 53's health checkers see of each workload Region, at the zone's own name servers: a data plane in no
 * Region, without a cache between. Undefined in a plan without a witness.
 */
export const askWitness = async (
  { witness, regions }: Pick<Plan, 'witness' | 'regions'>,
  { dns, clock }: Outside,
): Promise<Reading | undefined> => {
  if (!witness) return undefined;
  const read = await Promise.all(
    regions.map(async ({ name }) => ({
      region: name,
      texts: await dns(witnessRecord(witness, name), 'TXT', 'the zone'),
    })),
  );
  return { at: new Date(clock.now()).toISOString(), regions: read };
};
