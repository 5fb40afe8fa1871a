import type { Bucket, Rehearsed, Stretch, UsersView } from '../../lambdas/evidence/report/rehearsed';
import type { Move } from '../moves';
import type { Rehearsal } from '../rehearse';
import type { UserRequest } from '../world/objectives';

/**
 * What a rehearsal can show beyond the evidence of a run: its users, and effects as the simulated AWS saw them. Of a move, it
 * shows no more than the time around its loss.
 */
export const rehearsedView = (rehearsal: Rehearsal, run: string, move?: Move): Rehearsed => {
  const { request, beganMs, struckAt, problems } = rehearsal;
  return {
    scenario: request.scenario.name,
    summary: request.scenario.summary,
    seed: request.seed,
    struckAt: iso(move?.lostMs ?? beganMs + struckAt * 1000),
    problems,
    users: usersView(move ? aroundTheLoss(move) : rehearsal),
    effects: rehearsal.effects
      .filter((effect) => effect.run === run)
      .map(({ t, region, service, operation, target, epoch }) => ({
        at: iso(beganMs + t),
        region,
        service,
        operation,
        target,
        ...(epoch === undefined ? {} : { epoch }),
      })),
  };
};

const aroundTheLoss = ({ requests, observed, lostMs }: Move): Parameters<typeof usersView>[0] => ({
  requests: requests.filter(({ at }) => at >= lostMs - BEFORE_THE_LOSS_MS),
  observed,
});

const BEFORE_THE_LOSS_MS = 300_000;

/** Requests in buckets of a round length, so few that the page stays small. */
export const usersView = ({ requests, observed }: Pick<Rehearsal, 'requests' | 'observed'>): UsersView => {
  const { outages, lost, lostWrites, rtoSeconds, rpoSeconds } = observed;
  const firstMs = requests[0]?.at ?? 0;
  const lengthSeconds = ((requests.at(-1)?.at ?? firstMs) - firstMs) / 1000;
  const bucketSeconds = BUCKETS_SECONDS.find((length) => lengthSeconds / length <= BUCKETS_MAX) ?? 3600;
  return {
    bucketSeconds,
    buckets: inBuckets(requests, bucketSeconds * 1000),
    outages: outages.map(stretch),
    ...(lost ? { lost: stretch(lost) } : {}),
    lostWrites: lostWrites.map(({ id, at, region }) => ({ id, at: iso(at), region })),
    rtoSeconds,
    rpoSeconds,
  };
};

const BUCKETS_MAX = 120;
const BUCKETS_SECONDS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800];

/** Buckets begin at round times; one without requests is left out. */
const inBuckets = (requests: readonly UserRequest[], lengthMs: number): Bucket[] => {
  const byStart = new Map<number, Bucket>();
  for (const { at, good, onlyRead = false } of requests) {
    const startMs = Math.floor(at / lengthMs) * lengthMs;
    const bucket = byStart.get(startMs) ?? { ...EMPTY, at: iso(startMs) };
    const read = good || onlyRead;
    byStart.set(startMs, {
      at: bucket.at,
      readsGood: bucket.readsGood + Number(read),
      readsFailed: bucket.readsFailed + Number(!read),
      writesGood: bucket.writesGood + Number(good),
      writesFailed: bucket.writesFailed + Number(!good),
    });
  }
  return [...byStart.values()];
};

const EMPTY = { readsGood: 0, readsFailed: 0, writesGood: 0, writesFailed: 0 };

const stretch = ({ fromMs, untilMs }: { readonly fromMs: number; readonly untilMs?: number }): Stretch => ({
  from: iso(fromMs),
  ...(untilMs === undefined ? {} : { until: iso(untilMs) }),
});

const iso = (ms: number): string => new Date(ms).toISOString();
