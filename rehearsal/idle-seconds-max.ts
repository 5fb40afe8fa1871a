import { GRACE_SECONDS } from '../lambdas/observation/call-for-failover';
import type { Plan } from '../lambdas/plan/plan';
import { LOOK_SECONDS } from '../lambdas/plan/timing';

/**
 * For so long it may be that nothing runs and something will: where no event comes, an observer starts a run, and only
 * after a loss that it saw at its next look has lasted, by the look after that (S4).
 */
export const idleSecondsMax = ({ automation }: Pick<Plan, 'automation'>): number =>
  automation.sustainedSeconds + GRACE_SECONDS + 2 * LOOK_SECONDS + SLACK_SECONDS;

/** What the two looks and the start themselves take. */
const SLACK_SECONDS = 20;
