import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dir = mkdtempSync(join(tmpdir(), 'understudy-'));

/** Runs the app as the CDK CLI does, without bundling. */
const run = (context: Readonly<Record<string, unknown>>) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'bin/understudy.ts'], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      CDK_OUTDIR: join(dir, 'cdk.out'),
      CDK_CONTEXT_JSON: JSON.stringify({ 'aws:cdk:bundling-stacks': [], ...context }),
    },
  });

it('synthesizes the plan that the context names', () => {
  const { status, stderr } = run({ plan: 'examples/quickstart/plan.yaml' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(existsSync(join(dir, 'cdk.out', 'manifest.json'))).toBe(true);
});

it.each([
  ['no plan', {}, 'no plan is named; name one with `-c plan=FILE`\n'],
  ['a plan that does not exist', { plan: '/nonexistent' }, /^the plan \/nonexistent cannot be read \(ENOENT.*\n$/],
])('ends with 2 and one clear line when it gets %s', (_, context, line) => {
  const { status, stderr } = run(context);
  expect(stderr).toEqual(typeof line === 'string' ? line : expect.stringMatching(line));
  expect(status).toBe(2);
});

it('S32 ends with 2 and the problems of a bad plan, without a stack trace', () => {
  const file = join(dir, 'plan.yaml');
  writeFileSync(file, 'application: webshop\ntrafic: active-passive\n');
  const { status, stderr } = run({ plan: file });
  expect(stderr).toContain(`${file}:2:1`);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(2);
});
