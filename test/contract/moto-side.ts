import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { ClientClass } from '../../lambdas/aws';

/** A running moto_server, empty at the beginning of each case. */
export interface MotoSide {
  /** A real SDK client whose requests moto answers; never retried, because moto's gaps are HTTP 500 pages. */
  client<C>(Client: ClientClass<C>, region?: string): C;
  /** The server's URL without a slash at the end. */
  readonly url: string;
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
  const clients: Destroyable[] = [];
  return {
    url,
    client: <C>(Client: ClientClass<C>, region = 'us-east-1'): C => {
      const settings = { ...configuration, region, endpoint: url, requestHandler: new NodeHttpHandler() };
      const client = new Client(settings);
      clients.push(client as Destroyable);
      return client;
    },
    close: () => clients.forEach((client) => client.destroy()),
  };
};

const configuration = {
  maxAttempts: 1,
  credentials: { accessKeyId: 'CONTRACT', secretAccessKey: 'contract' },
  // Bucket names are no host names on this machine.
  forcePathStyle: true,
};
