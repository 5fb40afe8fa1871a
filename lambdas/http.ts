/** One HTTP request; `timeoutMs` covers connection and whole answer. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** Sends a request. Any answer is a value, whatever its status; no answer in time is an `HttpFault`. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

/** Nobody answered: refused, reset, not resolved, or too late. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
}

/** Tells by name, because a bundled function has its own copy of the class. */
export const isHttpFault = (fault: unknown): fault is HttpFault => fault instanceof Error && fault.name === 'HttpFault';

export const realHttp: Http = async ({ method, url, headers, body, timeoutMs }) => {
  try {
    const answer = await fetch(url, {
      method,
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: answer.status, body: await answer.text() };
  } catch (fault) {
    throw new HttpFault(`${method} ${new URL(url).host}: no answer within ${timeoutMs} ms`, { cause: fault });
  }
};
