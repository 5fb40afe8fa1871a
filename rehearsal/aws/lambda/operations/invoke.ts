import { InvokeCommand, TooManyRequestsException } from '@aws-sdk/client-lambda';
import { Uint8ArrayBlobAdapter } from '@smithy/core/serde';
import type { Json } from '../../../asl/json';
import { NotSimulated, onlyFields } from '../../not-simulated';
import { operation, type Call, type Operation } from '../../operation';
import { FunctionFault, isLambdasOwn } from '../function-fault';
import type { FunctionSettings, LambdaStore } from '../store';
import { askedArn, askedFunction } from './asked-function';

/** Runs an accepted invocation of a version to its end; throws `FunctionFault`. */
export type RunVersion = (settings: FunctionSettings, versionArn: string, payload: Json, call: Call) => Promise<Json>;

/** A synchronous invocation of a published version. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
export const invoke = (store: LambdaStore, runVersion: RunVersion): Operation =>
  operation(InvokeCommand, {
    authorize: ({ FunctionName, Qualifier }, call) => [
      { action: 'lambda:InvokeFunction', resource: `${askedArn(FunctionName, call)}:${Qualifier}` },
    ],
    latency: 'api.read',
    run: (input, call) => {
      onlyFields('Invoke', input, ['FunctionName', 'Qualifier', 'Payload']);
      const { FunctionName, Qualifier, Payload } = input;
      if (Qualifier === undefined) throw new NotSimulated('Invoke without Qualifier is not simulated; name a version');
      if (typeof Payload !== 'string') throw new NotSimulated('Invoke.Payload must be JSON text here');
      const settings = askedFunction(store, askedArn(FunctionName, call), Qualifier);
      const payload = JSON.parse(Payload) as Json;
      return answerOf(runVersion(settings, `${settings.arn}:${Qualifier}`, payload, call), Qualifier);
    },
  });

/** A function that throws is no failed request: `FunctionError` says so. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html */
const answerOf = async (running: Promise<Json>, ExecutedVersion: string) => {
  const said = { StatusCode: 200, ExecutedVersion };
  try {
    return { ...said, Payload: asPayload(await running) };
  } catch (fault) {
    if (!(fault instanceof FunctionFault)) throw fault;
    const { errorType, errorMessage } = fault;
    if (isLambdasOwn(fault))
      throw new TooManyRequestsException({ message: errorMessage, $metadata: { httpStatusCode: 429 } });
    return { ...said, FunctionError: 'Unhandled', Payload: asPayload({ errorType, errorMessage }) };
  }
};

const asPayload = (value: Json) => Uint8ArrayBlobAdapter.fromString(JSON.stringify(value));
