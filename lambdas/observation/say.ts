import type { LagSample } from '../resources/kind';
import { abstain, formOpinion } from './form-opinion';
import type { Look } from './look';
import { sightingsIn } from './sightings';
import type { LeaseSight, Opinion, Vote } from './vote';

/** What an observer says after a look, by what it said before it; the same for the same two. */
export const say = (look: Look, previous: Vote | undefined, generation: number): Vote => {
  const opinions = look.found.map(({ region, findings, at }) => {
    const before = { opinion: previous?.opinions.find((said) => said.region === region), at: previous?.at };
    const opinion = formOpinion(region, findings, before, at);
    return look.blind === undefined ? opinion : abstain(opinion, before, look.at, look.blind);
  });
  const lagsInDoubt = keepInDoubt(look.lags, previous?.lagsInDoubt ?? [], opinions);
  const leaseSeen = sight(look.lease, previous?.leaseSeen, look.at);
  return {
    observer: look.observer,
    generation,
    at: look.at,
    opinions,
    lags: keepHealthy(look.lags, previous?.lags ?? [], opinions),
    ...(lagsInDoubt.length > 0 ? { lagsInDoubt } : {}),
    ...(leaseSeen ? { leaseSeen } : {}),
    ...(look.witness ? { witness: sightingsIn(look.witness, previous) } : {}),
  };
};

/**
 * Samples taken after the source fell silent freeze or grow, so the last ones of its healthy time are kept (S15). One of
 * that time may be published only later: it counts by when it was taken, not by when it is read. For the same reason one of
 * a loss counts for nothing when the source is back (decision 0036).
 */
const keepHealthy = (
  fresh: readonly LagSample[],
  kept: readonly LagSample[],
  opinions: readonly Opinion[],
): readonly LagSample[] => {
  const isHealthys = (sample: LagSample) =>
    opinions.some((opinion) => opinion.region === sample.from && wasHealthy(opinion, sample));
  const taken = fresh.filter(isHealthys);
  return [...taken, ...kept.filter((old) => !taken.some((sample) => samePair(sample, old)))];
};

const wasHealthy = ({ says, lastHealthyAt, lastLoss }: Opinion, { at, notAfter = at }: LagSample): boolean => {
  const isOfLoss = lastLoss !== undefined && at < lastLoss.until && notAfter > lastLoss.since;
  return !isOfLoss && (says === 'healthy' || (lastHealthyAt !== undefined && notAfter <= lastHealthyAt));
};

/**
 * CloudWatch tells of a sample only the minute in which it was taken, so one of the minute in which this observer last saw
 * the source healthy may be of its healthy time or not. Another observer may have seen it healthy for some seconds longer.
 */
const keepInDoubt = (
  fresh: readonly LagSample[],
  kept: readonly LagSample[],
  opinions: readonly Opinion[],
): readonly LagSample[] => {
  const isInDoubt = ({ from, at, notAfter = at }: LagSample) =>
    opinions.some(
      ({ region, lastHealthyAt = '' }) => region === from && at <= lastHealthyAt && lastHealthyAt < notAfter,
    );
  const taken = fresh.filter(isInDoubt);
  return [...taken, ...kept.filter((old) => isInDoubt(old) && !taken.some((sample) => samePair(sample, old)))];
};

const samePair = (a: LagSample, b: LagSample): boolean =>
  a.resource === b.resource && a.from === b.from && a.to === b.to;

const sight = (lease: Look['lease'], before: LeaseSight | undefined, at: string): LeaseSight | undefined => {
  const known = lease === undefined || (before?.epoch === lease.epoch && before.renewal === lease.renewal);
  return known ? before : { ...lease, at };
};
