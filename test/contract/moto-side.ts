import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { ClientClass } from '../../lambdas/aws';

/** A running moto_server, empty at the beginning of each case. */
export interface MotoSide {
  /** A real SDK client whose requests moto answers; never retried, because moto's gaps are HTTP 500 pages. */
  client<C>(Client: ClientClass<C>, region?: string): C;
  /** Asks a service that only one case needs, and that therefore has no client here; the target is `AmazonSQS.CreateQueue`. */
  ask(service: string, target: string, input: object, region?: string): Promise<unknown>;
  /** The same for a service with the query protocol, such as IAM. */
  askQuery(service: string, input: Readonly<Record<string, string>>): Promise<void>;
  /** From now on, until the end of the case, functions of moto answer these texts in turn; otherwise they need Docker. */
  answerInvocations(results: readonly string[]): Promise<void>;
  /** From now on, until the end of the case, executions run; otherwise they stay as they began. */
  runStateMachines(): Promise<void>;
}

/** Moto's only account: https://docs.getmoto.org/en/latest/docs/multi_account.html */
export const ACCOUNT = '123456789012';

interface Destroyable {
  destroy(): void;
}

/** Empties the server and answers the way to it; `close` lets its connections go. */
export const openMoto = async (url: string): Promise<MotoSide & { close(): void }> => {
  // https://docs.getmoto.org/en/latest/docs/server_mode.html#reset-api
  await fetch(`${url}/moto-api/reset`, { method: 'POST' });
  await configure(url, { stepfunctions: { execute_state_machine: false }, lambda: { use_docker: true } });
  const clients: Destroyable[] = [];
  return {
    ask: (service, target, input, region = 'us-east-1') => ask(url, service, target, input, region),
    askQuery: async (service, input) => {
      await post(url, { service, region: 'us-east-1' }, FORM, new URLSearchParams(input).toString());
    },
    answerInvocations: async (results) => {
      await configure(url, { lambda: { use_docker: false } });
      await tell(`${url}/moto-api/static/lambda-simple/response`, { results });
    },
    client: <C>(Client: ClientClass<C>, region = 'us-east-1'): C => {
      const settings = { ...configuration, region, endpoint: url, requestHandler: new NodeHttpHandler() };
      const client = new Client(settings);
      clients.push(client as Destroyable);
      return client;
    },
    runStateMachines: () => configure(url, { stepfunctions: { execute_state_machine: true } }),
    close: () => clients.forEach((client) => client.destroy()),
  };
};

/** https://docs.getmoto.org/en/latest/docs/configuration/index.html */
const configure = (url: string, settings: object): Promise<void> => tell(`${url}/moto-api/config`, settings);

const tell = async (url: string, body: object): Promise<void> => {
  const { ok, status } = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!ok) throw new Error(`moto refuses ${JSON.stringify(body)} with HTTP ${status}`);
};

/** The JSON protocol without a client. */
const ask = async (url: string, service: string, target: string, input: object, region: string): Promise<unknown> => {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
  return (await post(url, { service, region }, headers, JSON.stringify(input))).json();
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Moto reads the service and the Region from the signature's scope, and no signature. */
const post = async (
  url: string,
  { service, region }: { readonly service: string; readonly region: string },
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Response> => {
  const scope = `CONTRACT/20260106/${region}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
  const answer = await fetch(url, { method: 'POST', headers: { ...headers, authorization }, body });
  if (!answer.ok) throw new Error(`moto answers ${body} with HTTP ${answer.status}: ${await answer.text()}`);
  return answer;
};

const configuration = {
  maxAttempts: 1,
  credentials: { accessKeyId: 'CONTRACT', secretAccessKey: 'contract' },
  // Bucket names are no host names on this machine.
  forcePathStyle: true,
};
