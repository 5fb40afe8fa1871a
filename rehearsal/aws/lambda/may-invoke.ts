import type { Lambda } from '../services/compute';
import type { Iam } from '../services/security';
import { arnFits } from '../iam/wildcards';
import type { LambdaStore } from './store';

/** A role with its policies, or a service that has no role and needs the function's own permission. */
export type Invoker = Parameters<Lambda['invoke']>[0]['as'];

/** Whether the invoker may invoke exactly this ARN: a permission on a function does not reach its versions. */
export const mayInvoke = (iam: Iam, store: LambdaStore, as: Invoker, functionArn: string): boolean =>
  'roleArn' in as
    ? iam.judge(as.roleArn, 'lambda:InvokeFunction', functionArn) === 'allowed'
    : store.permissions.some(
        (permission) =>
          permission.functionArn === functionArn &&
          permission.service === as.service &&
          (permission.sourceArn === undefined || arnFits(as.sourceArn, permission.sourceArn)) &&
          (permission.sourceAccount === undefined || permission.sourceAccount === store.account),
      );
