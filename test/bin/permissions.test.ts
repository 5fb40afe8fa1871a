import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

it('refuses a number of jobs that is none with one line and exit code 2, before it rehearses anything', () => {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'bin/permissions.ts', '--jobs', '0'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe(
    "error: option '--jobs <number>' argument '0' is invalid. allowed are whole numbers from 1 to 64.\n",
  );
});
