import type { PlanRule } from '../problem';
import {
  CLOCK_SKEW_SECONDS_MAX,
  FUNCTION_SKEW_SECONDS_MAX,
  PAUSE_SECONDS_MAX,
  TRANSACTION_SECONDS_MAX,
} from '../timing';

/** The writer's clock may be behind and that of the function that takes over ahead, so both count. */
const SKEW_SECONDS_MAX = CLOCK_SKEW_SECONDS_MAX + FUNCTION_SKEW_SECONDS_MAX;

/** A commit that passed the gate must reach the database before the lease ends, whatever delays the writer (S11). */
export const leaseMarginCoversAPause: PlanRule = ({ authority: { lease } }) => {
  const needed = TRANSACTION_SECONDS_MAX + SKEW_SECONDS_MAX + PAUSE_SECONDS_MAX;
  if (lease.marginSeconds >= needed) return [];
  const sum = `${TRANSACTION_SECONDS_MAX}s transaction + ${SKEW_SECONDS_MAX}s clock skew + ${PAUSE_SECONDS_MAX}s pause`;
  return [
    {
      path: ['authority', 'lease', 'margin'],
      wrong: `${lease.marginSeconds}s is too short: a write could commit after the other Region took over (S11)`,
      allowed: `at least ${needed}s = ${sum}`,
      fix: `write ${needed}s or more`,
    },
  ];
};
