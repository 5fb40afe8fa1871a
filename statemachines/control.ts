import { Fail, JsonPath, Succeed, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { task, type LambdaVersion } from './fragments/task';

/** The function that every control calls. */
export const controlCalls = ['control'] as const;

type ControlFunctions = { readonly control: LambdaVersion };

/** What a person may say to Understudy at any time, each in a machine of its own, so that IAM can tell who may. */
const control =
  (name: 'kill-switch' | 'acknowledge', title: string) =>
  (scope: Construct, fn: ControlFunctions): IChainable =>
    spoken(scope, title, {
      calls: fn.control,
      payload: { control: name, startedAt: JsonPath.stringAt('$$.Execution.StartTime') },
    });

/** Hands what a person has typed to one function, and says what came of it. */
const spoken = (
  scope: Construct,
  title: string,
  { calls, payload }: { readonly calls: LambdaVersion; readonly payload: Readonly<Record<string, string>> },
): IChainable =>
  task(scope, title, {
    calls,
    payload: {
      ...payload,
      input: JsonPath.objectAt('$$.Execution.Input'),
      run: JsonPath.stringAt('$$.Execution.Name'),
    },
    otherwise: new Fail(scope, 'Nothing was changed', { errorPath: '$.Error', causePath: '$.Cause' }),
  }).next(new Succeed(scope, 'Done'));

/** Stops every new effect of every run, or lets them go on (S27). */
export const killSwitch = control('kill-switch', 'Turn the kill switch');

/** What brings people's answers. */
export const answerCalls = ['answer'] as const;

/** Brings the answer of one role to the run that asks (S27). */
export const approve =
  (role: string) =>
  (scope: Construct, fn: { readonly answer: LambdaVersion }): IChainable =>
    spoken(scope, 'Bring the answer', { calls: fn.answer, payload: { role } });

/** Ends the cool-down of the last move (S26). */
export const acknowledge = control('acknowledge', 'Acknowledge the last move');
