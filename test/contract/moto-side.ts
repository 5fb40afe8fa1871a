import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { ClientClass } from '../../lambdas/aws';

/** A running moto_server, empty at the beginning of each case. */
export interface MotoSide {
  /** A real SDK client whose requests moto answers; never retried, because moto's gaps are HTTP 500 pages. */
  client<C>(Client: ClientClass<C>, region?: string): C;
  /** Asks a service that only one case needs, and that therefore has no client here; the target is `AmazonSQS.CreateQueue`. */
  ask(service: string, target: string, input: object, region?: string): Promise<unknown>;
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
  await configure(url, { stepfunctions: { execute_state_machine: false } });
  const clients: Destroyable[] = [];
  return {
    ask: (service, target, input, region = 'us-east-1') => ask(url, service, target, input, region),
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
const configure = async (url: string, settings: object): Promise<void> => {
  const { ok, status } = await fetch(`${url}/moto-api/config`, { method: 'POST', body: JSON.stringify(settings) });
  if (!ok) throw new Error(`moto refuses ${JSON.stringify(settings)} with HTTP ${status}`);
};

/** The JSON protocol without a client; moto reads the service and the Region from the signature's scope, and no signature. */
const ask = async (url: string, service: string, target: string, input: object, region: string): Promise<unknown> => {
  const scope = `CONTRACT/20260106/${region}/${service}/aws4_request`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
    },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`moto answers ${target} with HTTP ${answer.status}: ${await answer.text()}`);
  return answer.json();
};

const configuration = {
  maxAttempts: 1,
  credentials: { accessKeyId: 'CONTRACT', secretAccessKey: 'contract' },
  // Bucket names are no host names on this machine.
  forcePathStyle: true,
};
