import { isObject, type Json } from '../json';

/** What `lambda:invoke` is asked to do. */
export interface LambdaInvoke {
  readonly functionArn: string;
  readonly payload: Json;
  /** Whether Lambda only queues the payload, and nobody hears what the function answers. */
  readonly queued: boolean;
}

/**
 * Reads the parameters of `lambda:invoke`; throws for those that are not simulated.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
 */
export const readLambdaInvoke = (parameters: Json): LambdaInvoke => {
  if (!isObject(parameters)) throw new Error('lambda:invoke needs Parameters');
  const { FunctionName, InvocationType = 'RequestResponse', Payload, ...others } = parameters;
  const strange = Object.keys(others)[0];
  if (strange !== undefined) throw new Error(`lambda:invoke: the parameter ${strange} is not simulated`);
  if (typeof FunctionName !== 'string') throw new Error('lambda:invoke needs a FunctionName');
  if (InvocationType !== 'Event' && InvocationType !== 'RequestResponse') {
    throw new Error(`lambda:invoke: InvocationType ${JSON.stringify(InvocationType)} is not simulated`);
  }
  return { functionArn: FunctionName, payload: Payload ?? {}, queued: InvocationType === 'Event' };
};
