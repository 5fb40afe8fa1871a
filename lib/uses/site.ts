import type { Permission } from './use';
import type { Plan, Region } from '../../lambdas/plan/plan';

/** Where a function is deployed; `partition` and `account` may be tokens. */
export interface Site {
  readonly plan: Plan;
  readonly partition: string;
  readonly account: string;
  readonly region: Region;
}

/** A Region with what its runs write to (S25): the evidence and the notices of a Region are its own. */
export interface JourneySite extends Site {
  /** The key of the Region's evidence and notices. */
  readonly keyArn: string;
  /** Narrows `keyArn` where its own stack is another one and the key's id is not known. */
  readonly keyConditions?: Permission['conditions'];
  readonly topicArn: string;
  readonly evidenceBucket: string;
}
