/**
 * What the SDK's HTTP handler throws when nobody answers in time; the SDK retries it by this name.
 * https://github.com/smithy-lang/smithy-typescript/tree/main/packages/node-http-handler
 */
export const timeoutError = (what: 'connection' | 'answer'): Error =>
  Object.assign(new Error(`no ${what} within the time allowed`), { name: 'TimeoutError' });
