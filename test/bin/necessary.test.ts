import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

it('refuses a pattern that is none with one line and exit code 2, before it rehearses anything', () => {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, 'bin/necessary.ts', '--only', '('], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(
    /^error: option '--only <pattern>' argument '\(' is invalid. allowed are regular expressions.*\n$/,
  );
});
