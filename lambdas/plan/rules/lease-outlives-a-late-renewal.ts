import type { PlanRule } from '../problem';
import { COLD_START_SECONDS_MAX, LOOP_SECONDS, START_GAP_SECONDS_MAX } from '../timing';

/** Runs of `hold-gate` outlast the gap between their starts, so only a slow start can leave the gate unattended. */
const uncovered = Math.max(0, START_GAP_SECONDS_MAX - LOOP_SECONDS) + COLD_START_SECONDS_MAX;

/** A late or missed start of `hold-gate` must not stop writes in a healthy Region (S11). */
export const leaseOutlivesALateRenewal: PlanRule = ({ authority: { lease } }) => {
  const { ttlSeconds, renewSeconds, marginSeconds } = lease;
  const needed = uncovered + 2 * renewSeconds + marginSeconds;
  if (ttlSeconds > needed) return [];
  return [
    {
      path: ['authority', 'lease', 'ttl'],
      wrong: `${ttlSeconds}s is too short: a late renewal would stop writes in a healthy Region (S11)`,
      allowed: `more than ${needed}s = ${uncovered}s late start + 2 × ${renewSeconds}s renew + ${marginSeconds}s margin`,
      fix: `write ${needed + 1}s or more, or renew more often`,
    },
  ];
};
