import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const out = mkdtempSync(join(tmpdir(), 'understudy-out-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'bin/rehearse.ts', '--out', out, ...args],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  return { status, stdout, stderr };
};

describe('rehearse', () => {
  /** Played once for all tests that look at them. */
  let first: ReturnType<typeof run>;
  let ofJourney: ReturnType<typeof run>;
  beforeAll(() => {
    first = run('--json');
    ofJourney = run('--journey', 'replication-watch', '--json');
  });

  it('prints one JSON object and nothing else with --json, and exits with 0', () => {
    const { status, stdout, stderr } = first;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      application: 'webshop',
      journey: 'failover',
      scenario: 'region-loss',
      seed: 1,
      outcome: 'moved',
      rtoSeconds: expect.any(Number),
      rpoSeconds: expect.any(Number),
      objectives: { rtoSeconds: 900, rpoSeconds: 300 },
      expected: 'moved',
      met: true,
      timeline: expect.arrayContaining([{ t: expect.any(Number), region: 'us-east-1', what: expect.any(String) }]),
      effects: expect.arrayContaining([expect.objectContaining({ operation: 'FailoverGlobalCluster', epoch: 2 })]),
      traceSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('leaves the evidence from the bucket and the trace in a folder named after the rehearsal', () => {
    const folder = join(out, 'webshop-region-loss-1');
    expect(JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8'))).toMatchObject({ outcome: 'moved' });
    for (const line of readFileSync(join(folder, 'trace.jsonl'), 'utf8').trim().split('\n')) {
      expect(JSON.parse(line)).toMatchObject({ id: expect.any(String), causes: expect.any(Array) });
    }
  });

  it.each<[string, string[], RegExp]>([
    ['a plan that is not there', ['--plan', '/nonexistent'], /^\/nonexistent cannot be read; name a plan .*$/],
    ['a scenario that nobody knows', ['--scenario', 'meteor'], /'meteor' is invalid. allowed are region-loss, /],
    ['a seed that is no number', ['--seed', 'x'], /allowed are whole numbers from 0 to 999999999/],
    ['a folder that is no assembly', ['--assembly', 'docs'], /docs is no cloud assembly/],
    ['both a plan and an assembly', ['--plan', 'x', '--assembly', 'y'], /give --plan or --assembly, not both/],
    ['a journey that nobody knows', ['--journey', 'sideways'], /'sideways' is invalid. allowed are failover, /],
    ['a scenario of another journey', ['--journey', 'replication-watch', '--scenario', 'blip'], /leave out --journey/],
    ['both one and all scenarios', ['--all', '--scenario', 'blip'], /give --all or --scenario, not both/],
    [
      'a scenario that the plan is too small for',
      ['--scenario', 'false-signal'],
      /needs a plan with a signal on the loss/,
    ],
    ['no processes', ['--all', '--jobs', '0'], /allowed are whole numbers from 1 to 64/],
    ['an option that nobody knows', ['--xyzzy'], /unknown option '--xyzzy'/],
  ])('S32 refuses %s with one line and exit code 2', (_, args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim()).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('plays the first scenario of a journey where only the journey is named', () => {
    const { status, stdout } = ofJourney;
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ journey: 'replication-watch', met: true });
  });

  it('plays every scenario of a journey with --all, and prints one table without progress where nobody looks', () => {
    const { status, stdout, stderr } = run('--all', '--journey', 'replication-watch');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/│ lag-spike +│ replication-watch │ completed +│ completed +│/);
    expect(stdout).toMatch(/all \d+ scenarios came out as expected\n$/);
  });

  it('prints one JSON object for --all --json, with what each would print by itself', () => {
    const { status, stdout } = run('--all', '--journey', 'replication-watch', '--json');
    const one = JSON.parse(ofJourney.stdout) as { scenario: string };
    expect(status).toBe(0);
    const all = JSON.parse(stdout) as { rehearsals: (typeof one)[] };
    expect(all).toMatchObject({ application: 'webshop', seed: 1, met: true });
    expect(all.rehearsals.find(({ scenario }) => scenario === 'lag-spike')).toEqual(one);
  });

  it('lists every scenario with what it must lead to', () => {
    const { status, stdout } = run('--list');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^region-loss +failover +moved .*$/m);
    expect(stdout).toMatch(/^blip +failover +held .*$/m);
  });

  it('refuses a fault that takes away what the scenario is about', () => {
    expect(run('--scenario', 'malformed-event', '--fault', 'F17')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('malformed-event is an event, and with F17, every event is lost'),
    });
  });

  it('refuses a fault that cannot be added, and says which can', () => {
    expect(run('--fault', 'F1')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('allowed are F14, F15, F16, F17, F24, F37, F38'),
    });
  });

  it('tells its options and exit codes with --help', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const option of [
      '--plan',
      '--journey',
      '--scenario',
      '--all',
      '--jobs',
      '--seed',
      '--fault',
      '--json',
      '--out',
      '--list',
      '--assembly',
      'Exit codes',
    ]) {
      expect(stdout).toContain(option);
    }
  });
});
