import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const PLAN = 'examples/quickstart/plan.yaml';

const planCheck = (...args: readonly string[]) => {
  const tsx = join(root, 'node_modules/.bin/tsx');
  const { status, stdout, stderr } = spawnSync(tsx, ['bin/plan-check.ts', ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
};

it('says what a good plan means, without colours where nobody sees them, and exits with 0', () => {
  const { status, stdout, stderr } = planCheck(PLAN);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('us-east-1 (100 %), us-west-2 (0 %)');
  expect(stdout).toContain('RTO 15m, RPO 5m');
  expect(stdout).toMatch(/aurora-global +orders/);
  expect(stdout).not.toContain('\u001B');
});

it('exits with 2 and one clear line when the file cannot be read', () => {
  expect(planCheck('/nonexistent')).toEqual({
    status: 2,
    stdout: '',
    stderr: '/nonexistent cannot be read (ENOENT); allowed: a plan.yaml; fix: give the path of a plan\n',
  });
});

it('prints one JSON object when asked, for good and for bad plans', () => {
  expect(JSON.parse(planCheck(PLAN, '--json').stdout)).toMatchObject({ good: true, plan: { application: 'webshop' } });
  const bad = planCheck('cdk.json', '--json');
  expect(bad.status).toBe(2);
  expect(JSON.parse(bad.stdout)).toMatchObject({
    good: false,
    problems: expect.arrayContaining([expect.objectContaining({ file: 'cdk.json', line: 1, path: ['application'] })]),
  });
});

it('exits with 2 when it does not understand its options', () => {
  expect(planCheck(PLAN, '--jsno')).toMatchObject({ status: 2, stderr: expect.stringContaining('--json') });
});
