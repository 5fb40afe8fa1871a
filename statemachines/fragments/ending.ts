import { Choice, Condition, Fail, JsonPath, Pass, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
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
) => Pass;

/** Three minutes or so, after two in which people were not told yet: a run without evidence cannot be made good. */
const RETRIES_AFTER_THE_NEWS_MAX = 25;

interface EndingsProps {
  /** The journey's name, as its evidence and notices call it. */
  readonly journey: string;
  /** What the journey reaches when all goes well; to hold is as good. */
  readonly goal: 'moved' | 'completed';
  readonly close: LambdaVersion;
  readonly announce: LambdaVersion;
}

/** Makes the ends of a journey. Payloads carry `because`, and `move` where there is one. */
export const endings = (scope: Construct, props: EndingsProps): CloseAs => {
  const written = writeTheEvidence(scope, props);
  return (name, closing) => {
    const close = new Pass(scope, name, {
      parameters: {
        journey: props.journey,
        run: JsonPath.stringAt('$$.Execution.Name'),
        startedAt: JsonPath.stringAt('$$.Execution.StartTime'),
        signal: JsonPath.objectAt('$$.Execution.Input'),
        outcome: closing.outcome.startsWith('$.') ? JsonPath.stringAt(closing.outcome) : closing.outcome,
        ...closing.with,
      },
      resultPath: '$.closing',
    });
    close.next(written);
    return close;
  };
};

/**
 * Evidence that cannot be written keeps nobody from hearing that the run ended: it is tried for two minutes, people are told
 * that it is missing, and then it is tried for longer. Written late, it counts as if it had been written at once.
 */
const writeTheEvidence = (scope: Construct, { journey, goal, close, announce }: EndingsProps): IChainable => {
  const write = (name: string, otherwise: IChainable, retriesMax?: number) =>
    task(scope, name, {
      calls: close,
      payload: '$.closing',
      resultPath: '$.closed',
      retriesMax,
      otherwise,
      faultPath: '$.fault',
    });
  const tell = (name: string, next: IChainable) =>
    news(scope, name, {
      calls: announce,
      payload: { closed: JsonPath.objectAt('$.closed'), run: JsonPath.stringAt('$$.Execution.Name'), news: 'ended' },
      next,
    });
  const outcome = judgeTheOutcome(scope, goal);
  const end = tell('Announce the end', outcome);
  const later = write('Write the evidence late', outcome, RETRIES_AFTER_THE_NEWS_MAX);
  later.next(end);
  const missing = new Pass(scope, 'Evidence is missing', {
    parameters: {
      journey,
      outcome: 'needs-a-person',
      because: 'the run ended, but its evidence could not be written; look at the run itself',
      error: 'EvidenceMissing',
      cause: JsonPath.stringAt('$.fault.Cause'),
    },
    resultPath: '$.closed',
  });
  missing.next(tell('Announce the missing evidence', later));
  const first = write('Write the evidence', missing);
  first.next(end);
  return first;
};

const judgeTheOutcome = (scope: Construct, goal: EndingsProps['goal']): IChainable =>
  new Choice(scope, 'Outcome?')
    .when(
      Condition.or(...[goal, 'held'].map((good) => Condition.stringEquals('$.closed.outcome', good))),
      new Succeed(scope, `${goal === 'moved' ? 'Moved' : 'Completed'} or held`),
    )
    .otherwise(new Fail(scope, `Not ${goal}`, { errorPath: '$.closed.error', causePath: '$.closed.cause' }));
