import type { Region } from '../plan/plan';
import { WITNESS_SAYS } from '../plan/witness';
import type { Reading } from './ask-witness';
import { isRecent } from './form-opinion';
import type { Sighting, Vote } from './vote';

/** What the witness says by what was read; what cannot be read is unknown (S3). */
export const sightingsIn = ({ regions, at: now }: Reading, previous: Vote | undefined): readonly Sighting[] => {
  const isBlind = regions.every(({ texts }) => wordOf(texts) === 'down');
  return regions.map(({ region, texts }) => {
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
