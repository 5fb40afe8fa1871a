import { Fail, JsonPath, Succeed, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { task, type LambdaVersion } from './fragments/task';

/** The function that the initialise journey calls. */
export const initialiseCalls = ['initialise'] as const;

/** Creates the authority's item once, by hand, after looking which Region writes. */
export const initialise = (scope: Construct, fn: { readonly initialise: LambdaVersion }): IChainable =>
  task(scope, 'Initialise', {
    calls: fn.initialise,
    payload: { run: JsonPath.stringAt('$$.Execution.Name') },
    otherwise: new Fail(scope, 'Not initialised', { errorPath: '$.Error', causePath: '$.Cause' }),
  }).next(new Succeed(scope, 'Initialised'));
