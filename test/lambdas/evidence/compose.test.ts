import { compose, type Closing } from '../../../lambdas/evidence/compose';
import type { LedgerEntry } from '../../../lambdas/evidence/ledger';
import { quickStart } from '../../quick-start';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 6, 9, 0, seconds)).toISOString();
const moved: Closing = {
  journey: 'failover',
  run: 'run',
  region: 'us-west-2',
  startedAt: at(60),
  endedAt: at(500),
  signal: { lost: 'us-east-1' },
  outcome: 'moved',
  because: 'us-west-2 serves',
  move: { epoch: 2, from: 'us-east-1', to: 'us-west-2', lossBoundSeconds: 41 },
};
const step = (phase: string, resource: string, seconds: number, says = 'done'): LedgerEntry => ({
  entry: `step#${phase}#${resource}`,
  at: at(seconds),
  phase,
  resource,
  says,
  because: 'of the test',
  acted: true,
  startedAt: at(seconds - 1),
});
const STANDING = { active: 'us-east-1', epoch: 1, leasedTo: 'us-east-1', traffic: { 'us-east-1': true } };
/** A whole run, in the order in which DynamoDB answers: by name. */
const ledger: readonly LedgerEntry[] = [
  { entry: `assessment#${at(62)}`, at: at(62), says: 'wait', lastHealthyAt: at(3), standing: STANDING },
  { entry: `assessment#${at(95)}`, at: at(95), says: 'proceed', lastHealthyAt: at(0), standing: { active: 'x' } },
  { entry: 'lead', at: at(96), led: true },
  { entry: `notice#${at(97)}`, at: at(97), title: 'webshop moves' },
  { entry: 'phase#Fence', at: at(181), ok: true },
  step('fence', 'gate', 180),
  step('openGate', 'gate', 300),
  step('promote', 'orders', 299),
  step('prove', 'home', 301),
  step('prove', 'order', 305),
  step('shift', 'front', 310),
  step('verify', 'front', 400),
  step('verify', 'home', 320),
];
const composed = (more: Partial<Closing> = {}, entries = ledger) =>
  compose(quickStart(), { ...moved, ...more }, entries);

it('tells what the run was, what it was asked and what was promised', () => {
  expect(composed()).toMatchObject({
    version: 1,
    application: 'webshop',
    objectives: { rtoSeconds: 900, rpoSeconds: 300 },
    ...moved,
  });
});

it('S30 holds everything of the ledger, each kind in the order of time', () => {
  const { assessments, lead, steps, phases, notices } = composed();
  expect(assessments.map((one) => one['says'])).toEqual(['wait', 'proceed']);
  expect(lead).toMatchObject({ led: true });
  expect(steps.map(({ phase, resource }) => `${phase} ${resource}`)).toEqual([
    'fence gate',
    'promote orders',
    'openGate gate',
    'prove home',
    'prove order',
    'shift front',
    'verify home',
    'verify front',
  ]);
  expect([phases.length, notices.length]).toEqual([1, 1]);
});

it('says when each milestone was reached: a phase, when its last step was done', () => {
  expect(composed().milestones).toEqual({
    lastHealthyAt: at(0),
    decidedAt: at(95),
    ledAt: at(96),
    fencedAt: at(180),
    promotedAt: at(299),
    provedAt: at(305),
    shiftedAt: at(310),
    verifiedAt: at(400),
  });
});

it('S31 measures from the last healthy sight to the last proof, and adds the TTL that resolvers may still keep', () => {
  expect(composed().measured).toEqual({ rtoSeconds: 400 + 60, rpoSecondsMax: 41 });
});

it('S31 measures no loss that nobody knows', () => {
  const { epoch, from, to } = moved.move!;
  expect(composed({ move: { epoch, from, to } }).measured.rpoSecondsMax).toBeNull();
});

it.each(['held', 'aborted', 'needs-a-person'] as const)('measures nothing of a run that ended %s', (outcome) => {
  const evidence = composed({ outcome });
  expect(evidence.measured).toEqual({ rtoSeconds: null, rpoSecondsMax: null });
  expect(evidence.milestones.verifiedAt).toBeUndefined();
});

it('S31 measures no RTO when nobody knows when the Region was healthy last', () => {
  const unseen = ledger.map((entry) => ({ ...entry, lastHealthyAt: undefined }));
  expect(composed({}, unseen).measured.rtoSeconds).toBeNull();
});

it('has no milestone for a step that is not done', () => {
  const { milestones } = composed({}, [step('fence', 'gate', 180, 'pending'), step('promote', 'orders', 9, 'intent')]);
  expect(milestones).toEqual({});
});

it('S30 keeps an intent as the evidence of a crash', () => {
  expect(composed({}, [step('promote', 'orders', 9, 'intent')]).steps).toEqual([
    expect.objectContaining({ says: 'intent', phase: 'promote' }),
  ]);
});

it('tells who could act when the run first looked', () => {
  expect(composed().before).toEqual(STANDING);
  expect(composed({}, [])).not.toHaveProperty('before');
});

it('S30 is evidence even of a run that noted nothing', () => {
  expect(composed({ outcome: 'aborted', move: undefined }, [])).toMatchObject({
    outcome: 'aborted',
    assessments: [],
    steps: [],
    milestones: {},
    measured: { rtoSeconds: null },
  });
});
