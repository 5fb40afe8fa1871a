import { Choice, Condition, Fail, JsonPath, Pass, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { IChainable, TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { task, type LambdaVersion } from './task';

type Outcome = 'moved' | 'held' | 'refused' | 'needs-a-person';

/** How a run may end; each writes the evidence, announces the end, and tells Step Functions whether that is good. */
export type CloseAs = (
  name: string,
  closing: {
    /** The outcome, or the path that says it. */
    readonly outcome: Outcome | `$.${string}`;
    /** More for the evidence, such as `because` and `move`. */
    readonly with: Readonly<Record<string, unknown>>;
  },
) => TaskStateBase;

/** Makes the ends of a journey. Payloads carry `because`, and `move` where there is one. */
export const endings = (
  scope: Construct,
  { close, announce }: { readonly close: LambdaVersion; readonly announce: LambdaVersion },
): CloseAs => {
  const end = announceTheEnd(scope, announce);
  const unrecorded = new Pass(scope, 'Evidence is missing', {
    parameters: {
      outcome: 'needs-a-person',
      because: 'the run ended, but its evidence could not be written; look at the run itself',
      error: 'EvidenceMissing',
      cause: JsonPath.stringAt('$.fault.Cause'),
    },
    resultPath: '$.closed',
  });
  unrecorded.next(end);
  return (name, closing) => {
    const closed = task(scope, name, {
      calls: close,
      payload: {
        run: JsonPath.stringAt('$$.Execution.Name'),
        startedAt: JsonPath.stringAt('$$.Execution.StartTime'),
        signal: JsonPath.objectAt('$$.Execution.Input'),
        outcome: closing.outcome.startsWith('$.') ? JsonPath.stringAt(closing.outcome) : closing.outcome,
        ...closing.with,
      },
      resultPath: '$.closed',
      otherwise: unrecorded,
      faultPath: '$.fault',
    });
    closed.next(end);
    return closed;
  };
};

const announceTheEnd = (scope: Construct, announce: LambdaVersion): IChainable => {
  const outcome = new Choice(scope, 'Outcome?')
    .when(
      Condition.or(...['moved', 'held'].map((good) => Condition.stringEquals('$.closed.outcome', good))),
      new Succeed(scope, 'Moved or held'),
    )
    .otherwise(new Fail(scope, 'Not moved', { errorPath: '$.closed.error', causePath: '$.closed.cause' }));
  return task(scope, 'Announce the end', {
    calls: announce,
    payload: { closed: JsonPath.objectAt('$.closed'), run: JsonPath.stringAt('$$.Execution.Name'), news: 'ended' },
    resultPath: JsonPath.DISCARD,
    otherwise: outcome,
    faultPath: JsonPath.DISCARD,
  }).next(outcome);
};
