import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What a machine without moto lacks; botocore, with AWS's service models, comes with it. */
const INSTALL = "pip install 'moto[server]'";

/** Starts moto_server on a free port, runs the contract tests against it, and stops it; answers the exit code. */
export const runContractTests = async (jestArguments: readonly string[]): Promise<number> => {
  const botocore = findBotocore();
  const url = `http://127.0.0.1:${await freePort()}`;
  const server = botocore === undefined ? undefined : await startMoto(url);
  if (!server) {
    process.stderr.write(`${INSTALL}\n`);
    return 1;
  }
  try {
    return await runJest(jestArguments, { MOTO_URL: url, BOTOCORE: botocore });
  } finally {
    server.kill();
  }
};

const findBotocore = (): string | undefined => {
  const asked = spawnSync('python3', ['-c', 'import botocore, moto.server; print(botocore.__path__[0])'], {
    encoding: 'utf8',
  });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Python and its packages may be read from a cold disk. */
const START_SECONDS_MAX = 60;

const startMoto = async (url: string): Promise<ChildProcess | undefined> => {
  const { hostname, port } = new URL(url);
  const program = 'from moto.server import main; import sys; main(sys.argv[1:])';
  const server = spawn('python3', ['-c', program, '-H', hostname, '-p', port], { stdio: 'ignore' });
  let ended = false;
  server.on('exit', () => (ended = true)).on('error', () => (ended = true));
  const until = Date.now() + START_SECONDS_MAX * 1_000;
  while (!ended && Date.now() < until) {
    if (await isUp(url)) return server;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  server.kill();
  return undefined;
};

const isUp = (url: string): Promise<boolean> =>
  fetch(`${url}/moto-api/`).then(
    ({ ok }) => ok,
    () => false,
  );

const runJest = (jestArguments: readonly string[], environment: Record<string, string | undefined>): Promise<number> =>
  new Promise((resolve) => {
    const jest = join(__dirname, '..', '..', 'node_modules', 'jest', 'bin', 'jest.js');
    const parameters = [jest, '--config', 'jest.contract.config.js', ...jestArguments];
    spawn(process.execPath, parameters, { stdio: 'inherit', env: { ...process.env, ...environment } }).on(
      'exit',
      (exitCode) => resolve(exitCode ?? 1),
    );
  });
