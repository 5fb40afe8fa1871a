import { JsonPath, type IChainable, type TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvocationType } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { task, type LambdaVersion } from './task';

interface NewsProps {
  readonly calls: LambdaVersion;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly next: IChainable;
}

/** Tells people something beside the journey: it waits for nobody to be told, and goes on even if nobody can be. */
export const news = (scope: Construct, name: string, { calls, payload, next }: NewsProps): TaskStateBase => {
  const told = task(scope, name, {
    calls,
    payload,
    invocationType: LambdaInvocationType.EVENT,
    resultPath: JsonPath.DISCARD,
    otherwise: next,
    faultPath: JsonPath.DISCARD,
  });
  told.next(next);
  return told;
};
