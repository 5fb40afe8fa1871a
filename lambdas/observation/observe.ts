import { askAll, askThoroughly } from '../checks/check';
import type { Outside } from '../outside';
import type { Check, Plan, Region } from '../plan/plan';
import type { LagSample } from '../resources/kind';
import { askWitness } from './ask-witness';
import { abstain, formOpinion } from './form-opinion';
import { askReferences } from './references';
import type { LeaseSight, Opinion, Vote } from './vote';

/** What an observer needs to know to vote. */
export interface Observer {
  readonly plan: Plan;
  readonly region: Region;
  readonly generation: number;
  readonly outside: Outside;
}

/** What the authority said when the observer looked; undefined fields are unknown. */
export interface Seen {
  /** The Region that writes; only it can answer canaries. */
  readonly active?: Region;
  readonly lease?: { readonly epoch: number; readonly renewal: number };
}

/** Looks at every workload Region once and says what it found. */
export const observe = async (
  { plan, region, generation, outside }: Observer,
  seen: Seen,
  previous: Vote | undefined,
  lags: readonly LagSample[],
): Promise<Vote> => {
  const before = (name: Region) => ({
    opinion: previous?.opinions.find((said) => said.region === name),
    at: previous?.at,
  });
  const sightings = askWitness(plan, previous, outside);
  const found = await Promise.all(
    plan.regions.map(async ({ name }) => {
      const findings = await askAs(before(name).opinion)(checksFor(plan.checks, name, seen.active), name, outside);
      // Who may be asked for a canary is unknown, so a good page alone says nothing (S3, S6).
      const known = seen.active !== undefined || findings.some(({ good }) => !good) ? findings : [];
      return formOpinion(name, known, before(name), iso(outside));
    }),
  );
  // Whoever reaches every Region is not blind, so references are asked only when something is wrong (S2).
  const isWell = found.every(({ says }) => says === 'healthy');
  const blind = isWell ? undefined : await askReferences(plan.references, region, outside);
  const opinions = blind
    ? found.map((opinion) => abstain(opinion, before(opinion.region), iso(outside), blind))
    : found;
  const witness = blind ? undefined : await sightings;
  const at = iso(outside);
  const leaseSeen = sight(seen.lease, previous?.leaseSeen, at);
  return {
    observer: region,
    generation,
    at,
    opinions,
    lags: keepHealthy(lags, previous?.lags ?? [], opinions),
    ...(leaseSeen ? { leaseSeen } : {}),
    ...(witness ? { witness } : {}),
  };
};

/** One bad look is the reason to look closer: of a grey failure, a single write may pass (S6). */
const askAs = (before: Opinion | undefined): typeof askAll => (before?.loss ? askThoroughly : askAll);

/** Whoever does not write cannot answer a canary, so only the active Region is asked for one. */
const checksFor = (checks: readonly Check[], region: Region, active: Region | undefined): readonly Check[] =>
  checks.filter(({ kind }) => kind !== 'canary' || region === active);

/** Samples taken after the source fell silent freeze or grow, so the last ones of its healthy time are kept (S15). */
const keepHealthy = (
  fresh: readonly LagSample[],
  kept: readonly LagSample[],
  opinions: readonly Opinion[],
): readonly LagSample[] => {
  const healthy = (region: Region) =>
    opinions.some((opinion) => opinion.region === region && opinion.says === 'healthy');
  const taken = fresh.filter(({ from }) => healthy(from));
  return [...taken, ...kept.filter((old) => !taken.some((sample) => samePair(sample, old)))];
};

const samePair = (a: LagSample, b: LagSample): boolean =>
  a.resource === b.resource && a.from === b.from && a.to === b.to;

const sight = (lease: Seen['lease'], before: LeaseSight | undefined, at: string): LeaseSight | undefined => {
  const known = lease === undefined || (before?.epoch === lease.epoch && before.renewal === lease.renewal);
  return known ? before : { ...lease, at };
};

const iso = ({ clock }: Outside): string => new Date(clock.now()).toISOString();
