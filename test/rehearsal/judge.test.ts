import type { Evidence } from '../../lambdas/evidence/compose';
import { findProblems, type Case } from '../../rehearsal/judge';
import type { RunRecord } from '../../rehearsal/outcome';

const run = (name: string, more: Partial<RunRecord>): RunRecord => ({
  execution: { name, region: 'us-west-2', status: 'RUNNING' } as RunRecord['execution'],
  started: 'by an alarm',
  isCutShort: false,
  ...more,
});
const ended = (evidence: Partial<Evidence>) =>
  run('incident-1', { evidence: { outcome: 'needs-a-person', because: '', assessments: [], ...evidence } as Evidence });
const problemsOf = (runs: readonly RunRecord[], trace: readonly object[] = []) =>
  findProblems({
    expects: { outcome: 'needs-a-person' },
    runs,
    moves: [],
    observed: { disturbedSeconds: 0 },
    violations: [],
    unsteady: [],
    leftWrong: [],
    records: { effects: [], notSimulated: [] },
    trace,
  } as unknown as Case);
const problems = (...runs: readonly RunRecord[]) => problemsOf(runs).filter((problem) => problem.includes('S30'));

const DEAD = { name: 'run-1', region: 'us-west-2' };
const foundDead = { facts: { authority: { leader: { run: 'run-1', region: 'us-west-2', abandoned: true } } } };
const UNTOLD = ['run run-1 in us-west-2 left no evidence, and no other tells of it (S30)'];

it.each<[string, Partial<Evidence>]>([
  ['goes on with it, or tells people of it', { continues: [DEAD] }],
  ['found it dead', { assessments: [foundDead as never] }],
])('S30 accepts that a run left no evidence which died with its Region, if another one %s', (_, evidence) => {
  expect(problems(run('run-1', { isCutShort: true }), ended(evidence))).toEqual([]);
});

it('S30 does not accept that nobody tells of it', () => {
  expect(problems(run('run-1', { isCutShort: true }), ended({}))).toEqual(UNTOLD);
});

it('S30 does not accept that a run left no evidence whose Region lives, whoever tells of it', () => {
  expect(problems(run('run-1', {}), ended({ continues: [DEAD] }))).toEqual(UNTOLD);
});

it('S30 does not take a run of that name in another Region for it', () => {
  const continues = [{ ...DEAD, region: 'eu-west-1' }];
  expect(problems(run('run-1', { isCutShort: true }), ended({ continues }))).toEqual(UNTOLD);
});

it.each(['call', 'event', 'state', 'run', 'step', 'schedule'])(
  'S20 names what was not allowed, once, also where a service asked and its %s tells of it',
  (type) => {
    const what = 'events.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: arn';
    const entry = { type, region: 'us-west-2', what, causes: [], t: 0 };
    expect(problemsOf([ended({})], [entry, entry]).filter((problem) => problem === what)).toEqual([what]);
  },
);
