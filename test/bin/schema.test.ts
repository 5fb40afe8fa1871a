import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planJsonSchema } from '../../lambdas/plan/written-plan';

const root = join(__dirname, '../..');

it('plan.schema.json is what the schema says; run npm run schema if it is not', () => {
  expect(JSON.parse(readFileSync(join(root, 'plan.schema.json'), 'utf8'))).toEqual(planJsonSchema());
});

it('--check agrees, and writes nothing', () => {
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'bin/schema.ts', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).not.toContain('stale');
});
