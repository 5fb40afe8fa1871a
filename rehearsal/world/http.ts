import { HttpFault, type Http, type HttpAnswer, type HttpRequest } from '../../lambdas/http';
import type { Dns } from '../../lambdas/dns';
import type { Application } from './application';
import { exchange, type Server } from './exchange';
import { parsedUrl } from './parsed-url';
import type { Slack } from './slack';
import type { Place, World } from './world';

/** All that answers HTTP. */
interface Internet {
  readonly application: Application;
  readonly slack: Slack;
  readonly dns: (from: Place) => Dns;
  /** Pages of third parties. */
  readonly references: readonly string[];
}

type HttpServer = Server<HttpRequest, HttpAnswer>;

/**
 * HTTP from a function to the application, to Slack, and to what tells an observer that it sees. Whoever cannot be reached, or cannot answer, costs the caller its
 * whole time-out. Each request is one entry of the trace, which `note` is told.
 */
export const simulatedHttp =
  (
    world: World,
    { application, slack, dns, references }: Internet,
  ): ((from: Place, note: (traceId: string) => void, causes: () => readonly string[]) => Http) =>
  (from, note, causes) =>
  async (request) => {
    const { method, url } = request;
    const host = parsedUrl(url).hostname;
    const isSlack = host === parsedUrl(slack.webhook).hostname;
    const trace = (what: string) =>
      note(
        world.trace.add({
          type: isSlack ? 'notice' : 'check',
          region: from,
          // The webhook's address is a secret.
          what: `${method} ${isSlack ? host : url} → ${what}`,
          causes: [...causes()],
        }),
      );
    try {
      const server = isSlack
        ? { place: 'internet', serve: slack.serve }
        : (referenceAt(host, references) ?? (await findServer(world, application, dns(from), host)));
      const silent = world.faults.hostSilent?.(host) ?? false;
      const answer = await exchange(world, from, { ...server, silent }, request);
      if (!answer) throw new HttpFault(`no answer within ${request.timeoutMs} ms`);
      trace(String(answer.status));
      return answer;
    } catch (fault) {
      if (!(fault instanceof HttpFault)) throw fault;
      trace(fault.message);
      throw new HttpFault(`${method} ${host}: ${fault.message}`);
    }
  };

/** What observers look at to know that they see: pages of third parties, and the endpoints of AWS in their Regions. */
const referenceAt = (host: string, references: readonly string[]): HttpServer | undefined => {
  const [, region] = /^dynamodb\.([a-z0-9-]+)\.amazonaws\.com$/.exec(host) ?? [];
  const place = references.some((url) => parsedUrl(url).hostname === host) ? 'internet' : region;
  return place === undefined ? undefined : { place, serve: () => ({ status: 200, body: '' }) };
};

/** A Region's own host is known at once; other names lead to one by CNAME. */
const findServer = async ({ faults }: World, application: Application, dns: Dns, host: string): Promise<HttpServer> => {
  for (const name of [host, ...(application.regionOf(host) ? [] : await dns(host, 'CNAME'))]) {
    const region = application.regionOf(name);
    if (region) {
      const laterMs = faults.answersLaterMs?.(region);
      return { place: region, ...(laterMs ? { laterMs } : {}), serve: (request) => application.serve(region, request) };
    }
  }
  throw new HttpFault('the name leads nowhere');
};
