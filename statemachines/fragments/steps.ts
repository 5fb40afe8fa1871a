import { Choice, Condition, Errors, JsonPath, Map, Pass, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Chain, IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { task, type LambdaVersion } from './task';

/** One capability over every resource that has it. */
export interface Steps {
  readonly name: string;
  /** Where the assessment listed the steps, such as `$.phases.fence`. */
  readonly listedAt: string;
  readonly calls: LambdaVersion;
}

/** Runs all steps at once; each ends by itself, so a failure does not stop its siblings. */
export const allSteps = (
  scope: Construct,
  steps: Steps,
  { resultPath, otherwise }: { readonly resultPath?: string; readonly otherwise?: IChainable },
): Map => {
  const map = new Map(scope, steps.name, {
    itemsPath: steps.listedAt,
    itemSelector: { step: JsonPath.objectAt('$$.Map.Item.Value'), move: JsonPath.objectAt('$.move') },
    resultPath,
  }).itemProcessor(oneStep(scope, steps));
  return otherwise ? map.addCatch(otherwise, { errors: [Errors.ALL], resultPath: '$.fault' }) : map;
};

/** start → done? → wait → poll, until the function says done or refused. */
const oneStep = (scope: Construct, { name, calls }: Steps): Chain => {
  const asked = { step: JsonPath.objectAt('$.step'), move: JsonPath.objectAt('$.move') };
  const ended = new Pass(scope, `${name}: ended`);
  const call = { calls, resultPath: '$.progress', otherwise: ended, faultPath: '$.fault' };

  const start = task(scope, `${name}: start`, { ...call, payload: { ask: 'start', ...asked } });
  const done = new Choice(scope, `${name}: done?`);
  const wait = new Wait(scope, `${name}: wait`, { time: WaitTime.secondsPath('$.progress.againInSeconds') });
  const poll = task(scope, `${name}: poll`, {
    ...call,
    payload: { ask: 'poll', ...asked, startedAt: JsonPath.stringAt('$.progress.startedAt') },
  });

  done.when(Condition.stringEquals('$.progress.says', 'pending'), wait.next(poll).next(done)).otherwise(ended);
  return start.next(done);
};
