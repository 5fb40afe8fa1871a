import type { LossFact } from '../decision/facts';
import type { Vote } from '../observation/vote';
import type { Plan, Region } from '../plan/plan';
import { having, kindOf } from '../resources/registry';

/** A sample older than this before the outage bounds nothing (S15). */
const SAMPLE_AGE_SECONDS_MAX = 180;

/**
 * How much each store would lose by promoting it in `to` (S15): the lag of the newest sample taken while the source was
 * healthy, plus everything acknowledged between that sample and the first time the source was seen down.
 */
export const boundLosses = (plan: Plan, votes: readonly Vote[], from: Region, to: Region): LossFact[] => {
  const seenDownMs = firstSeenDown(votes, from);
  return having(plan, 'promote')
    .filter((resource) => kindOf(resource).measureLag !== undefined)
    .map((resource) => ({
      resource: resource.name,
      allowed: 'allowDataLoss' in resource && resource.allowDataLoss,
      ...bound(resource.name, newestSample(votes, resource.name, from, to), seenDownMs),
    }));
};

/** The earliest moment at which anyone outside saw the loss. */
const firstSeenDown = (votes: readonly Vote[], from: Region): number | undefined => {
  const sinces = votes
    .filter(({ observer }) => observer !== from)
    .flatMap(({ opinions }) => opinions)
    .filter(({ region, says }) => region === from && says === 'down')
    .map(({ since }) => Date.parse(since));
  return sinces.length === 0 ? undefined : Math.min(...sinces);
};

const newestSample = (votes: readonly Vote[], resource: string, from: Region, to: Region) =>
  votes
    .flatMap(({ lags }) => lags)
    .filter((sample) => sample.resource === resource && sample.from === from && sample.to === to)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];

const bound = (
  name: string,
  sample: { readonly seconds: number; readonly at: string } | undefined,
  seenDownMs: number | undefined,
): Pick<LossFact, 'boundSeconds' | 'because'> => {
  if (!sample) return { because: `no lag of ${name} was sampled while its source was healthy` };
  if (seenDownMs === undefined) return { because: `nobody saw when the source of ${name} was lost` };
  const ageSeconds = Math.max(0, (seenDownMs - Date.parse(sample.at)) / 1000);
  const told = `${name} lagged ${sample.seconds} s, ${ageSeconds.toFixed(0)} s before the loss was seen`;
  if (ageSeconds > SAMPLE_AGE_SECONDS_MAX) return { because: `${told}: too old to bound the loss` };
  return { boundSeconds: Math.ceil((sample.seconds + ageSeconds) * 1000) / 1000, because: told };
};
