import { Choice, Condition, Fail, JsonPath, Pass, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { IChainable, TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { news } from './news';
import { task, type LambdaVersion } from './task';

type Outcome = 'moved' | 'completed' | 'held' | 'aborted' | 'refused' | 'needs-a-person';

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

/**
 * Five minutes or so: a run without evidence cannot be made good, and by then nobody waits for this one, because its lock is
 * given up before the evidence is written.
 */
const RETRIES_MAX = 45;

interface EndingsProps {
  /** The journey's name, as its evidence and notices call it. */
  readonly journey: string;
  /** What the journey reaches when all goes well; to hold is as good. */
  readonly goal: 'moved' | 'completed';
  readonly close: LambdaVersion;
  readonly announce: LambdaVersion;
}

/** Makes the ends of a journey. Payloads carry `because`, and `move` where there is one. */
export const endings = (scope: Construct, { journey, goal, close, announce }: EndingsProps): CloseAs => {
  const end = announceTheEnd(scope, goal, announce);
  const unrecorded = new Pass(scope, 'Evidence is missing', {
    parameters: {
      journey,
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
        journey,
        run: JsonPath.stringAt('$$.Execution.Name'),
        startedAt: JsonPath.stringAt('$$.Execution.StartTime'),
        signal: JsonPath.objectAt('$$.Execution.Input'),
        outcome: closing.outcome.startsWith('$.') ? JsonPath.stringAt(closing.outcome) : closing.outcome,
        ...closing.with,
      },
      resultPath: '$.closed',
      retriesMax: RETRIES_MAX,
      otherwise: unrecorded,
      faultPath: '$.fault',
    });
    closed.next(end);
    return closed;
  };
};

const announceTheEnd = (scope: Construct, goal: EndingsProps['goal'], announce: LambdaVersion): IChainable => {
  const outcome = new Choice(scope, 'Outcome?')
    .when(
      Condition.or(...[goal, 'held'].map((good) => Condition.stringEquals('$.closed.outcome', good))),
      new Succeed(scope, `${goal === 'moved' ? 'Moved' : 'Completed'} or held`),
    )
    .otherwise(new Fail(scope, `Not ${goal}`, { errorPath: '$.closed.error', causePath: '$.closed.cause' }));
  return news(scope, 'Announce the end', {
    calls: announce,
    payload: { closed: JsonPath.objectAt('$.closed'), run: JsonPath.stringAt('$$.Execution.Name'), news: 'ended' },
    next: outcome,
  });
};
