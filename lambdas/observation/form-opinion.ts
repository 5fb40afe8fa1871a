import type { Finding } from '../checks/check';
import type { Region } from '../plan/plan';
import { LOOK_SECONDS } from '../plan/timing';
import type { Opinion } from './vote';

/** A word loses its `since` when nothing was said for longer than this (S1). */
const GAP_MS_MAX = 30_000;

/** After a loss, only so many good looks in a row are health: of a grey failure, some looks are good (S6). */
const GOOD_LOOKS = 3;

/** How much sooner than at its time a look may come, because looks take a while, and one longer than another. */
const EARLY_MS_MAX = 1_000;

/** What an observer said before, and when. */
interface Before {
  readonly opinion?: Opinion;
  readonly at?: string;
}

/** Makes one observer's opinion of a Region from what its checks found, and from what it said before. */
export const formOpinion = (region: Region, findings: readonly Finding[], before: Before, now: string): Opinion => {
  const earlier = isRecent(before, now) ? before.opinion : undefined;
  const looked = judge(findings);
  const loss = lossAfter(looked, earlier, now);
  const says = looked === 'healthy' && loss ? 'unknown' : looked;
  const lastHealthyAt = says === 'healthy' ? now : before.opinion?.lastHealthyAt;
  const lastLoss = lastLossAfter(before.opinion, loss, now);
  return {
    region,
    says,
    since: sinceOf(says, loss, earlier, now),
    ...(loss ? { loss } : {}),
    ...(lastLoss ? { lastLoss } : {}),
    ...(lastHealthyAt === undefined ? {} : { lastHealthyAt }),
    because: says === 'unknown' && loss ? recovering(loss, findings) : reason(findings),
    failing: [...new Set(findings.filter(({ good }) => !good).map(({ check }) => check))],
  };
};

/** An observer that cannot see says nothing of others: own blindness is never somebody else's death (S2). */
export const abstain = (opinion: Opinion, before: Before, now: string, blind: string): Opinion => {
  const lastLoss = lastLossAfter(before.opinion, undefined, now);
  return {
    region: opinion.region,
    says: 'abstains',
    since: before.opinion?.says === 'abstains' && isRecent(before, now) ? before.opinion.since : now,
    ...(lastLoss ? { lastLoss } : {}),
    ...(before.opinion?.lastHealthyAt === undefined ? {} : { lastHealthyAt: before.opinion.lastHealthyAt }),
    because: blind,
    failing: [],
  };
};

/** Whether a word of that time still goes on: there is no gap since (S1). */
export const isRecent = ({ at }: Pick<Before, 'at'>, now: string): boolean =>
  at !== undefined && Date.parse(now) - Date.parse(at) <= GAP_MS_MAX;

/** Nothing asked is nothing known (S3); one bad check is enough, because checks are deep (S6). */
const judge = (findings: readonly Finding[]): 'healthy' | 'down' | 'unknown' => {
  if (findings.length === 0) return 'unknown';
  return findings.every(({ good }) => good) ? 'healthy' : 'down';
};

/**
 * The loss that lasts: it begins with the first bad look and is over after enough good ones in a row. Two loops that
 * overlap look more often; what is seen too soon counts for none, or a Region that flaps would seem well within seconds.
 */
const lossAfter = (looked: ReturnType<typeof judge>, earlier: Opinion | undefined, now: string): Opinion['loss'] => {
  if (looked === 'down') return { since: earlier?.loss?.since ?? now, goodLooks: 0 };
  if (!earlier?.loss || looked === 'unknown') return earlier?.loss;
  const { since, goodSince = now, goodLooks: before } = earlier.loss;
  const dueMs = Date.parse(goodSince) + before * LOOK_SECONDS * 1000;
  const goodLooks = before + (Date.parse(now) >= dueMs - EARLY_MS_MAX ? 1 : 0);
  return goodLooks < GOOD_LOOKS ? { since, goodLooks, goodSince } : undefined;
};

/**
 * What ended, and what nobody looked at for too long, is over; of another loss that begins meanwhile, this is not the end.
 * Of a Region that was never healthy yet, nothing was lost.
 */
const lastLossAfter = (before: Opinion | undefined, loss: Opinion['loss'], now: string): Opinion['lastLoss'] => {
  const ended = before?.loss;
  if (!ended || ended.since === loss?.since || before.lastHealthyAt === undefined) return before?.lastLoss;
  return { since: before.lastHealthyAt, until: ended.goodSince ?? now };
};

const sinceOf = (says: Opinion['says'], loss: Opinion['loss'], earlier: Opinion | undefined, now: string): string => {
  if (says === 'down') return loss!.since;
  return earlier?.says === says ? earlier.since : now;
};

const recovering = ({ since, goodLooks }: NonNullable<Opinion['loss']>, findings: readonly Finding[]): string =>
  `was down since ${since}, and ${goodLooks} of ${GOOD_LOOKS} looks were good since: ${reason(findings)}`;

const reason = (findings: readonly Finding[]): string => {
  const bad = findings.filter(({ good }) => !good);
  return [...new Set((bad.length > 0 ? bad : findings).map(({ because }) => because))].join('; ') || 'no check applies';
};
