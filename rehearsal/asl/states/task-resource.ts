import { DefinitionFault } from '../faults';
import { text, type Read } from '../fields';

/** What a Task asks, and how it waits. */
export type TaskResource =
  /** A function, for whose answer it waits. */
  | { readonly waitsFor: 'function'; readonly functionArn: string }
  /** A function that is handed a payload, and for which it does not wait. */
  | { readonly waitsFor: 'nothing' }
  /** Somebody who returns the token that a function was handed. */
  | { readonly waitsFor: 'token' };

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
const INVOKE = 'arn:aws:states:::lambda:invoke';
const INVOKE_AND_WAIT = `${INVOKE}.waitForTaskToken`;

const FUNCTION_ARN = /^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/;

/** Reads a Task's Resource; every other service integration is refused. */
export const taskResource: Read<TaskResource> = (value, where) => {
  const arn = text(value, where);
  if (FUNCTION_ARN.test(arn)) return { waitsFor: 'function', functionArn: arn };
  if (arn === INVOKE) return { waitsFor: 'nothing' };
  if (arn === INVOKE_AND_WAIT) return { waitsFor: 'token' };
  throw new DefinitionFault(
    where,
    `"${arn}" is not simulated; allowed are the ARN of a Lambda function, ${INVOKE} and ${INVOKE_AND_WAIT}`,
  );
};
