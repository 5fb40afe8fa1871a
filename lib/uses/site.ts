import type { Plan, Region } from '../../lambdas/plan/plan';

/** Where a function is deployed; `partition` and `account` may be tokens. */
export interface Site {
  readonly plan: Plan;
  readonly partition: string;
  readonly account: string;
  readonly region: Region;
}

/** A workload Region, with what a run that takes over there writes to (S25). */
export interface WorkloadSite extends Site {
  readonly keyArn: string;
  readonly topicArn: string;
  readonly evidenceBucket: string;
}
