/**
 * An invocation failed. `errorType` is the error name that Step Functions sees: the thrown error's own name, or one of
 * Lambda's. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export class FunctionFault extends Error {
  override readonly name = 'FunctionFault';

  constructor(
    readonly errorType: string,
    readonly errorMessage: string,
    /** Trace ids of what made it fail. */
    readonly causes: readonly string[] = [],
  ) {
    super(`${errorType}: ${errorMessage}`);
  }
}

/** Whether Lambda itself, not the function, answered; asynchronous invocations are then tried again for hours. */
export const isLambdasOwn = ({ errorType }: FunctionFault): boolean => errorType.startsWith('Lambda.');

/** What a function threw, as its invoker sees it. */
export const asFunctionFault = (fault: unknown, causes: readonly string[] = []): FunctionFault =>
  fault instanceof Error
    ? new FunctionFault(fault.name, fault.message, causes)
    : new FunctionFault(typeof fault, String(fault), causes);
