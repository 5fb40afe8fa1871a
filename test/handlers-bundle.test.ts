import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../lib/bundle';
import { holdGate, holdSwitch, journeyFunctions, observe } from '../lib/functions';

const names = [observe, holdSwitch, holdGate, ...journeyFunctions].map(({ name }) => name);
const dir = mkdtempSync(join(tmpdir(), 'understudy-bundles-'));

/** Calls every bundle's handler as Lambda would, in a process without our sources or modules. */
const PROBE = `
const { writeFileSync } = require('node:fs');
const call = async (name) => {
  try {
    const { create, handler } = require('./' + name + '.js');
    if (typeof create !== 'function') return 'no create';
    await handler({ nonsense: true });
    return 'accepted';
  } catch (fault) {
    return fault.name + ': ' + fault.message;
  }
};
Promise.all(process.argv.slice(2).map(async (name) => [name, await call(name)])).then((said) =>
  writeFileSync('said.json', JSON.stringify(Object.fromEntries(said))),
);`;

let said: Readonly<Record<string, string>>;

beforeAll(() => {
  bundle(names, dir);
  writeFileSync(join(dir, 'probe.js'), PROBE);
  execFileSync(process.execPath, ['probe.js', ...names], { cwd: dir, env: {}, stdio: 'ignore' });
  said = JSON.parse(readFileSync(join(dir, 'said.json'), 'utf8')) as typeof said;
});

it.each(names)('S32 %s loads under plain node and answers malformed input with a named error', (name) => {
  expect(said[name]).toContain(`InvalidInput: ${name} was called with input it does not know`);
});
