import type { Finding } from '../checks/check';
import type { Region } from '../plan/plan';
import type { Opinion } from './vote';

/** A word loses its `since` when nothing was said for longer than this (S1). */
const GAP_MS_MAX = 30_000;

/** Makes one observer's opinion of a Region from what its checks found, and from what it said before. */
export const formOpinion = (
  region: Region,
  findings: readonly Finding[],
  before: { readonly opinion?: Opinion; readonly at?: string },
  now: string,
): Opinion => {
  const says = judge(findings);
  const continues =
    before.opinion?.says === says && before.at !== undefined && Date.parse(now) - Date.parse(before.at) <= GAP_MS_MAX;
  const lastHealthyAt = says === 'healthy' ? now : before.opinion?.lastHealthyAt;
  return {
    region,
    says,
    since: continues ? before.opinion!.since : now,
    ...(lastHealthyAt === undefined ? {} : { lastHealthyAt }),
    because: reason(findings),
    failing: findings.filter(({ good }) => !good).map(({ check }) => check),
  };
};

/** Nothing asked is nothing known (S3); one bad check is enough, because checks are deep (S6). */
const judge = (findings: readonly Finding[]): Opinion['says'] => {
  if (findings.length === 0) return 'unknown';
  return findings.every(({ good }) => good) ? 'healthy' : 'down';
};

const reason = (findings: readonly Finding[]): string => {
  const bad = findings.filter(({ good }) => !good);
  return (bad.length > 0 ? bad : findings).map(({ because }) => because).join('; ') || 'no check applies';
};
