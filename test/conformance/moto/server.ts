import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A running moto_server. */
export interface MotoServer {
  readonly endpoint: string;
  readonly stop: () => void;
}

const SECONDS_MAX = 30;

/** Thrown where moto_server is not installed. */
export class MotoMissing extends Error {
  override readonly name = 'MotoMissing';
}

/**
 * Starts moto_server on a free port, with Step Functions that run machines and Lambda functions that answer what they are
 * given; throws `MotoMissing` where it is not installed.
 * https://docs.getmoto.org/en/latest/docs/services/stepfunctions.html
 */
export const startMoto = async (account: string): Promise<MotoServer> => {
  const port = await freePort();
  const server = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    // Its own executor calls Lambda at this port.
    env: { ...process.env, MOTO_ACCOUNT_ID: account, MOTO_PORT: String(port) },
    stdio: 'ignore',
  });
  const failed = new Promise<never>((_, reject) => {
    const hint = "install it with: pip install 'moto[server]'";
    server.once('error', () => reject(new MotoMissing(`moto_server is missing; ${hint}`)));
    server.once('exit', (code) => reject(new Error(`moto_server ended with ${code}; ${hint}`)));
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await Promise.race([failed, answering(endpoint)]);
  // From here on, its end is what `stop` asks for.
  failed.catch(() => undefined);
  await configure(endpoint);
  return { endpoint, stop: () => void server.kill() };
};

const configure = async (endpoint: string): Promise<void> => {
  const body = JSON.stringify({ stepfunctions: { execute_state_machine: true }, lambda: { use_docker: false } });
  const answer = await fetch(`${endpoint}/moto-api/config`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`moto_server refuses its configuration: ${answer.status}`);
};

const answering = async (endpoint: string): Promise<void> => {
  for (const since = Date.now(); Date.now() - since < SECONDS_MAX * 1000; await sleep(100)) {
    const answer = await fetch(`${endpoint}/moto-api/data.json`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`moto_server does not answer within ${SECONDS_MAX} s`);
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
