import type { LossFact } from '../decision/facts';
import type { Vote } from '../observation/vote';
import type { Plan, Region } from '../plan/plan';
import type { LagSample } from '../resources/kind';
import { having, kindOf } from '../resources/registry';

/** A sample older than this before the outage bounds nothing (S15). */
const SAMPLE_AGE_SECONDS_MAX = 180;

/** What is promoted, and until when the old Region's writers may have gone on. */
interface Promotion {
  readonly from: Region;
  readonly to: Region;
  /** The last moment at which a gate of `from` may be open, in milliseconds since 1970. */
  readonly gateClosedMs: number;
}

/**
 * How much each store would lose by promoting it (S15): the lag of the newest sample taken while the source was healthy,
 * plus everything that may have been acknowledged since, which ends when the old Region's gate closes: cut off from the
 * others, it goes on serving until then.
 */
export const boundLosses = (plan: Plan, votes: readonly Vote[], promotion: Promotion): LossFact[] => {
  const healthyMs = lastSeenHealthy(votes, promotion.from);
  return having(plan, 'promote')
    .filter((resource) => kindOf(resource).measureLag !== undefined)
    .map((resource) => ({
      resource: resource.name,
      allowed: 'allowDataLoss' in resource && resource.allowDataLoss,
      ...bound(
        resource.name,
        newestSample(votes, resource.name, promotion, healthyMs),
        healthyMs,
        promotion.gateClosedMs,
      ),
    }));
};

/** The latest moment at which anyone outside saw the source healthy. */
const lastSeenHealthy = (votes: readonly Vote[], from: Region): number | undefined => {
  const seen = votes
    .filter(({ observer }) => observer !== from)
    .flatMap(({ opinions }) => opinions)
    .flatMap(({ region, lastHealthyAt }) => (region === from && lastHealthyAt ? [Date.parse(lastHealthyAt)] : []));
  return seen.length === 0 ? undefined : Math.max(...seen);
};

/** Of two readings of one sample, the worse counts. */
const newestSample = (
  votes: readonly Vote[],
  resource: string,
  { from, to }: Promotion,
  healthyMs: number | undefined,
): LagSample | undefined => {
  const isHealthys = ({ at, notAfter = at }: LagSample) => healthyMs !== undefined && Date.parse(notAfter) <= healthyMs;
  return votes
    .flatMap(({ lags, lagsInDoubt = [] }) => [...lags, ...lagsInDoubt.filter(isHealthys)])
    .filter((sample) => sample.resource === resource && sample.from === from && sample.to === to)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.seconds - a.seconds)[0];
};

const bound = (
  name: string,
  sample: { readonly seconds: number; readonly at: string } | undefined,
  healthyMs: number | undefined,
  gateClosedMs: number,
): Pick<LossFact, 'boundSeconds' | 'because'> => {
  if (!sample) return { because: `no lag of ${name} was sampled while its source was healthy` };
  if (healthyMs === undefined) return { because: `nobody saw the source of ${name} healthy` };
  const sampledMs = Date.parse(sample.at);
  const ageSeconds = (healthyMs - sampledMs) / 1000;
  const told = `${name} lagged ${sample.seconds} s, ${ageSeconds.toFixed(0)} s before its source was last seen healthy`;
  if (ageSeconds > SAMPLE_AGE_SECONDS_MAX) return { because: `${told}: too old to bound the loss` };
  const unknownMs = Math.max(healthyMs, gateClosedMs, sampledMs) - sampledMs;
  return { boundSeconds: Math.ceil(sample.seconds * 1000 + unknownMs) / 1000, because: told };
};
