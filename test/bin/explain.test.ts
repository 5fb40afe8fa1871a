import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { factsOfALoss } from '../lambdas/decision/facts-of-a-loss';

const root = join(__dirname, '../..');
const dir = mkdtempSync(join(tmpdir(), 'understudy-explain-'));
afterAll(() => rmSync(dir, { recursive: true }));

const explain = (...args: readonly string[]) => {
  const tsx = join(root, 'node_modules/.bin/tsx');
  return spawnSync(tsx, ['bin/explain.ts', ...args], { cwd: root, encoding: 'utf8' });
};

const file = join(dir, 'facts.json');
writeFileSync(file, JSON.stringify(factsOfALoss({ readiness: [] })));

it('tells the verdict, the rule that decided, and every other rule', () => {
  const { status, stdout } = explain('--facts', file);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^proceed, by proceed-when-the-loss-is-certain: us-west-2, us-east-2 agree that us-east-1 is down/,
  );
  expect(stdout).toMatch(/hold-when-the-kill-switch-is-on +│ – /);
  expect(stdout).toMatch(/→ proceed-when-the-loss-is-certain +│ proceed /);
});

it('prints one JSON object when asked', () => {
  const { verdict, opinions } = JSON.parse(explain('--facts', file, '--json').stdout) as Record<string, unknown>;
  expect(verdict).toMatchObject({ says: 'proceed' });
  expect(opinions).toContainEqual({ rule: 'hold-when-only-observing', decides: false });
});

it('exits with 2 and one clear line when there are no facts', () => {
  expect(explain('--facts', join(dir, 'none.json'))).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('cannot be read (ENOENT); allowed are the `facts` of an assessment'),
  });
});
