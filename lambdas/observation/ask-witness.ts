import type { Outside } from '../outside';
import type { Plan, Region } from '../plan/plan';
import { WITNESS_SAYS, witnessRecord } from '../plan/witness';
import { isRecent } from './form-opinion';
import type { Sighting, Vote } from './vote';

/**
 * Reads what Route 53's health checkers see of each workload Region, at the zone's own name servers: a data plane in no
 * Region, without a cache between. What cannot be read is unknown (S3).
 */
export const askWitness = async (
  { witness, regions }: Pick<Plan, 'witness' | 'regions'>,
  previous: Vote | undefined,
  { dns, clock }: Outside,
): Promise<readonly Sighting[] | undefined> => {
  if (!witness) return undefined;
  const read = await Promise.all(
    regions.map(async ({ name }) => ({
      region: name,
      texts: await dns(witnessRecord(witness, name), 'TXT', 'the zone'),
    })),
  );
  const now = new Date(clock.now()).toISOString();
  const isBlind = read.every(({ texts }) => wordOf(texts) === 'down');
  return read.map(({ region, texts }) => {
    const before = previous?.witness?.find((sighting) => sighting.region === region);
    return sightingOf(region, isBlind ? 'unknown' : wordOf(texts), { before, at: previous?.at }, now);
  });
};

const wordOf = (texts: readonly string[]): Sighting['says'] => {
  if (texts.length !== 1) return 'unknown';
  if (texts[0] === WITNESS_SAYS.up) return 'healthy';
  return texts[0] === WITNESS_SAYS.down ? 'down' : 'unknown';
};

/**
 * Who sees every Region down, or has never seen this one up, is more likely kept out of it, by a firewall or by a wrong
 * address, than right; so its word is unknown (S2, S3).
 */
const sightingOf = (
  region: Region,
  word: Sighting['says'],
  { before, at }: { readonly before: Sighting | undefined; readonly at: string | undefined },
  now: string,
): Sighting => {
  const lastHealthyAt = word === 'healthy' ? now : before?.lastHealthyAt;
  const says = lastHealthyAt === undefined ? 'unknown' : word;
  const goesOn = before?.says === says && isRecent({ at }, now);
  return {
    region,
    says,
    since: goesOn ? before.since : now,
    ...(lastHealthyAt === undefined ? {} : { lastHealthyAt }),
  };
};
