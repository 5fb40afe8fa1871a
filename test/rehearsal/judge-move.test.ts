import { findProblems, type Case } from '../../rehearsal/judge';
import type { Move } from '../../rehearsal/moves';
import { quickStart } from '../quick-start';

const BEGAN = Date.UTC(2026, 0, 6, 9);
const at = (seconds: number) => BEGAN + seconds * 1000;

const move = (number: number, from: string, to: string, more: Partial<Move['observed']> = {}): Move => {
  const evidence = {
    outcome: 'moved',
    because: '',
    assessments: [{ says: 'proceed' }],
    move: { from, to },
    measured: { rtoSeconds: 400, rpoSecondsMax: 150 },
  };
  const run = { execution: { name: `run-${number}`, region: to }, started: 'by an alarm', isCutShort: false, evidence };
  const observed = { rtoSeconds: 300, rpoSeconds: 1, outages: [], lostWrites: 1, ...more };
  const untilMs = number === 1 ? at(1_000) : Infinity;
  return { run, evidence, observed, requests: [], untilMs, lostMs: at((number - 1) * 2_000) } as unknown as Move;
};
const switched = (region: string, seconds: number, to: 'healthy' | 'unhealthy') => ({
  t: seconds * 1000,
  type: 'traffic',
  region: 'internet',
  what: `health check understudy-webshop-traffic-on-${region} (2 of 3) turned ${to}`,
});
const there = move(1, 'us-east-1', 'us-west-2');
const back = move(2, 'us-west-2', 'us-east-1');
const trace = [
  switched('us-west-2', 500, 'healthy'),
  switched('us-east-1', 550, 'unhealthy'),
  switched('us-east-1', 2_500, 'healthy'),
  switched('us-west-2', 2_550, 'unhealthy'),
];

const problems = (moves: readonly Move[], more: Partial<Case> = {}) =>
  findProblems({
    plan: quickStart(),
    expects: { outcome: 'moved', started: 'by an alarm', verdicts: ['proceed'] },
    runs: moves.map(({ run }) => run),
    moves,
    observed: there.observed,
    violations: [],
    unsteady: [],
    leftWrong: [],
    records: { effects: [], notSimulated: [] },
    trace: trace as unknown as Case['trace'],
    beganMs: BEGAN,
    struckMs: BEGAN,
    ...more,
  });

it('accepts a move and the move back', () => {
  expect(problems([there, back])).toEqual([]);
});

it('judges each move by the objectives of the plan: a quick one makes up for no other', () => {
  const slow = move(2, 'us-west-2', 'us-east-1', { rtoSeconds: 901 });
  expect(problems([there, slow])).toContain('users saw an RTO of 901 s; the plan allows 900 s');
});

it('S31 finds what the evidence of the second move tells better than users saw it', () => {
  const flattered = move(2, 'us-west-2', 'us-east-1', { rtoSeconds: 401, rpoSeconds: 151 });
  expect(problems([there, flattered])).toEqual([
    'the evidence tells an RTO of 400 s, users saw 401 s',
    'the evidence tells an RPO of 150 s, users saw 151 s',
  ]);
});

it('S24 wants the switch of each target on when its own move is over, whatever the next one does', () => {
  expect(problems([there, back], { trace: trace.slice(1) as unknown as Case['trace'] })).toEqual([
    'the switch of us-west-2 never turned on',
  ]);
  expect(problems([there, back], { trace: trace.slice(0, 2) as unknown as Case['trace'] })).toEqual([
    'the switch of us-east-1 never turned on',
  ]);
  expect(problems([{ ...there, untilMs: Infinity }], {})).toEqual(['the switch of us-west-2 never turned on']);
});

it('wants every move to have started and decided as the scenario expects', () => {
  const asked = { ...back, run: { ...back.run, started: 'by an event' as const } };
  expect(problems([there, asked])).toEqual(['the start of the run is by an event, not by an alarm']);
});

it('finds functions that fail where a move runs, until the loss that the next one answers', () => {
  const failed = (region: string, seconds: number) =>
    problems([there, back], {
      trace: [
        ...trace,
        { t: seconds * 1000, type: 'step', region, what: `promote in ${region} failed: why` },
      ] as unknown as Case['trace'],
    });
  expect(failed('us-west-2', 1_999)).toEqual(['promote in us-west-2 failed: why']);
  expect(failed('us-west-2', 2_001)).toEqual([]);
  expect(failed('us-east-1', 1_999)).toEqual([]);
  expect(failed('us-east-1', 2_001)).toEqual(['promote in us-east-1 failed: why']);
});
