import type { Plan, Region } from '../plan/plan';
import type { BreakGlass, GateTime } from '../resources/kind';
import type { AuthorityItem } from './authority';
import { breakGlassOf, longest, noteOf } from './break-glass';
import { compareAndSet } from './compare-and-set';
import type { Replicas } from './replicas';

/** A gate closes this long after its renewal was asked for: a margin before the lease ends (S11). */
export const gateOpenMs = ({ ttlSeconds, marginSeconds }: Plan['authority']['lease']): number =>
  (ttlSeconds - marginSeconds) * 1000;

/** The last renewal of a lease as the Region that takes over knows it; both times are ISO 8601. */
interface LastRenewal {
  /** By the clock of whoever renewed. */
  readonly renewedAt?: string;
  /** By the clock of the target's observer, when it first saw it. */
  readonly renewalSeenAt?: string;
}

/**
 * From when on nothing is committed any more through the gates of a lease that has been taken away, in milliseconds since
 * 1970: a lease's length after the target's first sight of the last renewal, or after the renewal's own time if that is
 * later, because the clocks differ. What nobody has seen counts from now: taking the lead makes further renewals impossible.
 */
export const gatesAreClosedMs = (
  { renewedAt, renewalSeenAt }: LastRenewal,
  nowMs: number,
  { ttlSeconds }: Plan['authority']['lease'],
): number => {
  const seenMs = renewalSeenAt === undefined ? nowMs : Date.parse(renewalSeenAt);
  const renewedMs = renewedAt === undefined ? -Infinity : Date.parse(renewedAt);
  return Math.max(seenMs, renewedMs) + ttlSeconds * 1000;
};

/** Renews the lease of `region`, if it still has it, and notes the break-glass of its gates; undefined if it has not. */
export const renewLease = async (
  replicas: Replicas,
  seen: AuthorityItem,
  region: Region,
  lease: Plan['authority']['lease'],
  breakGlass?: BreakGlass,
): Promise<GateTime | undefined> => {
  const renewal = (seen.lease?.renewal ?? 0) + 1;
  // Taken before asking, so that a slow answer can only shorten the gate's time.
  const askedAtMs = replicas.outside.clock.now();
  const at = new Date(askedAtMs).toISOString();
  const noted = longest(breakGlassOf(seen, region, askedAtMs), breakGlass && noteOf(region, breakGlass));
  const { applied, item } = await compareAndSet(replicas, {
    // With the time, because two overlapping loops may ask for one renewal, and only one of them has it.
    nonce: `${region} renewal ${renewal} of epoch ${seen.epoch}, asked at ${at}`,
    condition: [
      '#epoch = :epoch AND #lease.#region = :region AND #lease.#renewal = :before',
      // A date that somebody noted in the meantime may be later: the next renewal finds it.
      ...(noted ? [seen.breakGlass ? '#breakGlass = :seenGlass' : 'attribute_not_exists(#breakGlass)'] : []),
    ].join(' AND '),
    set: ['#lease = :lease', ...(noted ? ['#breakGlass = :breakGlass'] : [])],
    names: {
      '#epoch': 'epoch',
      '#lease': 'lease',
      '#region': 'region',
      '#renewal': 'renewal',
      ...(noted ? { '#breakGlass': 'breakGlass' } : {}),
    },
    values: {
      ':epoch': seen.epoch,
      ':region': region,
      ':before': renewal - 1,
      ':lease': { region, renewal, at },
      ...(noted ? { ':breakGlass': noted } : {}),
      ...(noted && seen.breakGlass ? { ':seenGlass': seen.breakGlass } : {}),
    },
  });
  return applied ? { untilMs: askedAtMs + gateOpenMs(lease), epoch: item.epoch } : undefined;
};
