import { isObject, type Json } from '../json';

/**
 * The parameters of `lambda:invoke` with `InvocationType: Event`; with any other type the machine would wait, which it
 * does by naming the function itself. https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
 */
export const readEvent = (parameters: Json): { readonly functionArn: string; readonly payload: Json } => {
  if (!isObject(parameters)) throw new Error('lambda:invoke needs Parameters');
  const { FunctionName, InvocationType, Payload, ...others } = parameters;
  const strange = Object.keys(others)[0];
  if (strange !== undefined) throw new Error(`lambda:invoke: the parameter ${strange} is not simulated`);
  if (InvocationType !== 'Event') throw new Error('lambda:invoke: only InvocationType Event is simulated');
  if (typeof FunctionName !== 'string') throw new Error('lambda:invoke needs a FunctionName');
  return { functionArn: FunctionName, payload: Payload ?? {} };
};
