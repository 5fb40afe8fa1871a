import { Choice, Condition, JsonPath, Wait, WaitTime, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { endings } from './fragments/ending';
import { task, type LambdaVersion } from './fragments/task';

/** The functions that the incident calls. */
export const incidentCalls = ['look-around', 'close', 'announce'] as const;

type IncidentFunctions = Readonly<Record<(typeof incidentCalls)[number], LambdaVersion>>;

/** Nobody is left who could move the application: looks for a while whether that lasts, then tells people; changes nothing. */
export const incident = (scope: Construct, fn: IncidentFunctions): IChainable => {
  const closeAs = endings(scope, { journey: 'incident', goal: 'completed', close: fn.close, announce: fn.announce });
  const lookAround = task(scope, 'Look around', {
    calls: fn['look-around'],
    payload: { signal: JsonPath.objectAt('$$.Execution.Input') },
    otherwise: closeAs('Close as refused', { outcome: 'refused', with: { fault: JsonPath.objectAt('$') } }),
  });
  const lookAgainLater = new Wait(scope, 'Look again later', { time: WaitTime.secondsPath('$.waitSeconds') });
  return lookAround.next(
    new Choice(scope, 'Anybody left?')
      .when(Condition.stringEquals('$.says', 'wait'), lookAgainLater.next(lookAround))
      .otherwise(
        closeAs('Close as seen', {
          outcome: '$.says',
          with: {
            because: JsonPath.stringAt('$.because'),
            continues: JsonPath.objectAt('$.continues'),
            findings: JsonPath.objectAt('$.findings'),
          },
        }),
      ),
  );
};
