import { join } from 'node:path';
import { reality } from '../../../../lambdas/outside';
import { loadHandler } from '../../../../rehearsal/aws/lambda/load-handler';
import { writeAssembly } from '../../deploy/write-assembly';

const codeDir = (files: Readonly<Record<string, string>>) =>
  join(
    writeAssembly({}, Object.fromEntries(Object.entries(files).map(([name, text]) => [`c0de/${name}`, text]))),
    'asset.c0de',
  );

it('loads the bundle that the assembly holds: what is deployed is what is rehearsed', async () => {
  const dir = codeDir({ 'observe.js': 'exports.create = (env) => async () => env.TABLE;' });
  const { create } = await loadHandler('observe.handler', dir);
  await expect(create({ TABLE: 'orders' }, reality)({})).resolves.toBe('orders');
});

it('names what it looked for where there is neither bundle nor source', async () => {
  await expect(loadHandler('unheard-of.handler', codeDir({ 'other.js': '' }))).rejects.toThrow(
    /^unheard-of: there is no .*asset\.c0de\/unheard-of\.js, and lambdas\/handlers\/unheard-of\.ts cannot be loaded \(/,
  );
});

it('refuses a bundle that does not offer create', async () => {
  const dir = codeDir({ 'observe.js': 'exports.handler = async () => 1;' });
  await expect(loadHandler('observe.handler', dir)).rejects.toThrow(/exports no create/);
});
