import { JsonPath, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { endings } from './fragments/ending';
import { task, type LambdaVersion } from './fragments/task';

/** The functions that the replication watch calls. */
export const replicationWatchCalls = ['measure-lag', 'close', 'announce'] as const;

type WatchFunctions = Readonly<Record<(typeof replicationWatchCalls)[number], LambdaVersion>>;

/** A replica fell behind: measures again, and tells people what is known. Observers measure and publish all the time. */
export const replicationWatch = (scope: Construct, fn: WatchFunctions): IChainable => {
  const closeAs = endings(scope, {
    journey: 'replication-watch',
    goal: 'completed',
    close: fn.close,
    announce: fn.announce,
  });
  return task(scope, 'Measure the lag', {
    calls: fn['measure-lag'],
    payload: { signal: JsonPath.objectAt('$$.Execution.Input'), run: JsonPath.stringAt('$$.Execution.Name') },
    resultPath: '$.lag',
    otherwise: closeAs('Close as refused', { outcome: 'refused', with: { fault: JsonPath.objectAt('$.fault') } }),
    faultPath: '$.fault',
  }).next(
    closeAs('Close as measured', { outcome: '$.lag.outcome', with: { because: JsonPath.stringAt('$.lag.because') } }),
  );
};
