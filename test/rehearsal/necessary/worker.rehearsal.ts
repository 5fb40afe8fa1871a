import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '../../../rehearsal/necessary/part';
import { partsOfAssembly } from '../../../rehearsal/necessary/necessary';
import type { Job, Noticed } from '../../../rehearsal/necessary/worker';
import { createPool, type Pool } from '../../../rehearsal/workers/pool';
import { quickStartAssembly } from '../assembly';

const assembly = quickStartAssembly();
let pool: Pool<Job, Noticed>;
beforeAll(() => {
  pool = createPool(join(__dirname, '../../../rehearsal/necessary/worker.ts'), { size: 2, secondsMax: 60 });
});
afterAll(() => {
  pool.close();
  assembly.remove();
});

const resource = (stack: string, type: string): Part =>
  partsOfAssembly(assembly.dir).find((part) => part.stack === stack && part.type === type)!;

const rehearseWithout = (parts: readonly Part[], ...trials: string[]) =>
  pool.ask({ assemblyDir: assembly.dir, deleted: parts, trials });

it('tells the first scenario that is not as expected without a part, and what it says', async () => {
  const rule = resource('us-west-2', 'AWS::Events::Rule');
  const noticed = await rehearseWithout([rule], 'malformed-event', 'region-loss');
  expect(noticed?.by).toBe('malformed-event');
  expect(noticed?.because).toMatch(/\w/);
});

it('tells a deployment that is refused', async () => {
  const role = resource('us-west-2', 'AWS::IAM::Role');
  expect(await rehearseWithout([role], 'malformed-event')).toMatchObject({
    by: 'deployment',
    because: expect.stringContaining(String(role.path[1])),
  });
});

it('tells nothing when nobody misses the parts, and leaves the assembly as it was', async () => {
  const before = readdirSync(assembly.dir).map((name) => [name, contentOf(name)]);
  const dashboards = ['us-east-1', 'us-west-2'].map((stack) => resource(stack, 'AWS::CloudWatch::Dashboard'));
  expect(await rehearseWithout(dashboards, 'malformed-event')).toBeNull();
  expect(readdirSync(assembly.dir).map((name) => [name, contentOf(name)])).toEqual(before);
});

const contentOf = (name: string): string | undefined =>
  name.endsWith('.json') ? readFileSync(join(assembly.dir, name), 'utf8') : undefined;
