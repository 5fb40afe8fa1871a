import { Chain, Choice, Condition, Errors, JsonPath, Parallel } from 'aws-cdk-lib/aws-stepfunctions';
import type { IChainable, INextable, Map } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { allSteps, type Steps } from './steps';
import { task, type LambdaVersion } from './task';

interface PhaseProps {
  /** What runs side by side. */
  readonly steps: readonly [Steps, ...Steps[]];
  readonly closePhase: LambdaVersion;
  /** Where to go on when any step was refused or failed. */
  readonly undo: IChainable;
}

/** Runs steps side by side, records what came of them, and goes on only if every one is done. */
export const phase = (scope: Construct, name: string, { steps, closePhase, undo }: PhaseProps): Chain => {
  const close = task(scope, `${name}: close the phase`, {
    calls: closePhase,
    payload: { phase: name, move: JsonPath.objectAt('$.move'), results: JsonPath.objectAt('$.results') },
    resultPath: '$.phase',
    otherwise: undo,
    faultPath: '$.fault',
  });
  const good = new Choice(scope, `${name}: all done?`).otherwise(undo);
  const start = sideBySide(scope, name, steps, undo);
  start.next(close).next(good);
  return Chain.custom(start, [goOnWhen(good, Condition.booleanEquals('$.phase.ok', true))], good);
};

const sideBySide = (
  scope: Construct,
  name: string,
  [first, ...others]: PhaseProps['steps'],
  undo: IChainable,
): Map | Parallel =>
  others.length === 0
    ? allSteps(scope, first, { resultPath: '$.results', otherwise: undo })
    : new Parallel(scope, name, { resultPath: '$.results' })
        .branch(...[first, ...others].map((steps) => allSteps(scope, steps, {})))
        .addCatch(undo, { errors: [Errors.ALL], resultPath: '$.fault' });

/** Lets a chain continue behind a choice, so that a journey reads in order. */
const goOnWhen = (choice: Choice, condition: Condition): INextable => ({
  next: (following) => {
    choice.when(condition, following);
    return Chain.start(following);
  },
});
