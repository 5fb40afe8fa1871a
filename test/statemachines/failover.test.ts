import { synthesize } from '../lib/synthesize';
import { resourcesOf } from '../lib/template';
import { everyState, walk, type Definition, type State } from './definition';

const HERE = 'us-west-2';
const machine = resourcesOf(synthesize().template(HERE), HERE, 'AWS::StepFunctions::StateMachine').find(
  ({ Properties }) => Properties['StateMachineName'] === 'understudy-webshop-failover',
);
const failover = JSON.parse(String(machine?.Properties['DefinitionString'])) as Definition;
const states = Object.fromEntries(everyState(failover));

const state = (name: string): State => {
  const found = states[name];
  if (!found) throw new Error(`no state ${name}; there are ${Object.keys(states).join(', ')}`);
  return found;
};
const functionOf = (name: string) => /function:understudy-webshop-([a-z-]+):/.exec(state(name).Resource ?? '')?.[1];
const caught = (name: string) => state(name).Catch?.[0];

const PHASES = ['Fence', 'Make ready', 'Open the gate', 'Prove', 'Shift traffic', 'Verify'];
const STEPS = ['Fence', 'Promote', 'Scale', 'Open the gate', 'Prove', 'Shift traffic', 'Verify'];
const allDone = Object.fromEntries(PHASES.map((phase) => [`${phase}: all done?`, 0]));
const untilThe = (name: string) => PHASES.slice(0, PHASES.indexOf(name)).map((phase) => [`${phase}: all done?`, 0]);

const CLOSING = ['Write the evidence', 'Announce the end', 'Outcome?', 'Not moved'];

describe('the way through', () => {
  it('S16 proves the target before it shifts traffic, and S14 fences before it promotes', () => {
    const moved = walk(failover, { 'Verdict?': 0, 'Leads?': 0, ...allDone, 'Outcome?': 0 });
    expect(moved).toEqual([
      'Assess',
      'Verdict?',
      'Take the lead',
      'Leads?',
      'Announce the move',
      ...PHASES.flatMap((phase) => [phase, `${phase}: close the phase`, `${phase}: all done?`]),
      'Close as moved',
      'Write the evidence',
      'Announce the end',
      'Outcome?',
      'Moved or held',
    ]);
  });

  it('holds whenever the verdict is not to proceed or to wait, whatever else it may say', () => {
    expect(walk(failover, {})).toEqual(['Assess', 'Verdict?', 'Close as held', ...CLOSING]);
  });

  it('waits as long as the verdict says, and then assesses anew', () => {
    expect(walk(failover, { 'Verdict?': 1 })).toEqual(['Assess', 'Verdict?', 'Wait for votes', 'Assess']);
    expect(state('Wait for votes')).toMatchObject({ SecondsPath: '$.verdict.waitSeconds' });
  });

  it('I13 assesses anew when the assessment has become too old to be led on', () => {
    expect(walk(failover, { 'Verdict?': 0, 'Leads?': 1 })).toEqual([
      'Assess',
      'Verdict?',
      'Take the lead',
      'Leads?',
      'Assess',
    ]);
    expect(state('Leads?').Choices?.[1]).toMatchObject({ Variable: '$.lead.isStale', BooleanEquals: true });
  });

  it('S12 ends as held when another run leads, and says why', () => {
    expect(walk(failover, { 'Verdict?': 0 }).slice(3)).toEqual(['Leads?', 'Close as led by another', ...CLOSING]);
    expect(state('Close as led by another').Parameters).toMatchObject({
      outcome: 'held',
      'because.$': '$.lead.because',
    });
  });

  it.each(PHASES)('undoes when a step of %s is not done', (phase) => {
    const path = walk(failover, { 'Verdict?': 0, 'Leads?': 0, ...Object.fromEntries(untilThe(phase)) });
    expect(path.slice(path.indexOf(phase))).toEqual([
      phase,
      `${phase}: close the phase`,
      `${phase}: all done?`,
      'Undo',
      'Close as undone',
      ...CLOSING,
    ]);
  });

  it.each(PHASES)('goes on behind %s only on a plain true', (phase) => {
    expect(state(`${phase}: all done?`)).toMatchObject({
      Choices: [{ Variable: '$.phase.ok', BooleanEquals: true }],
      Default: 'Undo',
    });
  });

  it('promotes and scales side by side', () => {
    const branches = state('Make ready').Branches ?? [];
    expect(branches.map(({ StartAt }) => StartAt)).toEqual(['Promote', 'Scale']);
  });
});

describe('faults', () => {
  it('S32 refuses input that the assessment cannot read, and keeps the fault as its evidence', () => {
    expect(caught('Assess')).toEqual({ ErrorEquals: ['States.ALL'], Next: 'Close as refused' });
    expect(state('Close as refused').Parameters).toMatchObject({ outcome: 'refused', 'fault.$': '$' });
  });

  it.each(['Announce the move', 'Announce the missing evidence', 'Announce the end'])(
    '%s never delays or stops the run',
    (name) => {
      expect(caught(name)).toMatchObject({ Next: state(name).Next, ResultPath: null });
      expect(state(name)).toMatchObject({ ResultPath: null });
    },
  );

  it.each([...PHASES, ...PHASES.map((phase) => `${phase}: close the phase`), 'Take the lead'])(
    'S28 undoes when %s fails, because the undo knows whether it still may',
    (name) => {
      expect(caught(name)).toMatchObject({ ErrorEquals: ['States.ALL'], Next: 'Undo', ResultPath: '$.fault' });
    },
  );

  it('asks for a person when even the undo fails', () => {
    expect(caught('Undo')).toMatchObject({ Next: 'Close as needs-a-person' });
    expect(state('Close as needs-a-person').Parameters).toMatchObject({ outcome: 'needs-a-person' });
  });

  it.each(STEPS)('lets a failing step of %s end by itself, so that its siblings finish', (name) => {
    for (const task of ['start', 'poll']) {
      expect(caught(`${name}: ${task}`)).toMatchObject({ Next: `${name}: ended`, ResultPath: '$.fault' });
    }
  });

  it('S30 says that a person is needed when evidence cannot be written', () => {
    const closes = Object.keys(states).filter((name) => name.startsWith('Close as'));
    expect(closes).toHaveLength(6);
    for (const name of closes) {
      expect(state(name)).toMatchObject({ Type: 'Pass', ResultPath: '$.closing', Next: 'Write the evidence' });
    }
    expect(caught('Write the evidence')).toMatchObject({ Next: 'Evidence is missing' });
    expect(state('Evidence is missing')).toMatchObject({
      Parameters: { outcome: 'needs-a-person', error: 'EvidenceMissing' },
      ResultPath: '$.closed',
      Next: 'Announce the missing evidence',
    });
  });

  it('fails the execution unless the run moved or held, so that the console shows what needs a look', () => {
    const [good] = state('Outcome?').Choices ?? [];
    expect(good?.['Or']).toEqual([
      { Variable: '$.closed.outcome', StringEquals: 'moved' },
      { Variable: '$.closed.outcome', StringEquals: 'held' },
    ]);
    expect(state('Not moved')).toMatchObject({ ErrorPath: '$.closed.error', CausePath: '$.closed.cause' });
  });
});

describe('steps', () => {
  const listedAt = ['fence', 'promote', 'scale', 'openGate', 'prove', 'shift', 'verify'];
  const functions = ['fence', 'promote', 'scale', 'open-gate', 'prove', 'shift', 'verify'];

  it.each(STEPS.map((name, index) => [name, listedAt[index], functions[index]] as const))(
    '%s starts every step that the assessment listed, and polls until it is done or refused',
    (name, list, fn) => {
      expect(state(name)).toMatchObject({
        Type: 'Map',
        ItemsPath: `$.phases.${list}`,
        ItemSelector: { 'step.$': '$$.Map.Item.Value', 'move.$': '$.move' },
        ItemProcessor: { StartAt: `${name}: start`, ProcessorConfig: { Mode: 'INLINE' } },
      });
      expect(functionOf(`${name}: start`)).toBe(fn);
      expect(functionOf(`${name}: poll`)).toBe(fn);
      expect(state(`${name}: start`)).toMatchObject({
        Parameters: { ask: 'start', 'step.$': '$.step', 'move.$': '$.move' },
        ResultPath: '$.progress',
        Next: `${name}: done?`,
      });
      expect(state(`${name}: done?`)).toMatchObject({
        Choices: [{ Variable: '$.progress.says', StringEquals: 'pending', Next: `${name}: wait` }],
        Default: `${name}: ended`,
      });
      expect(state(`${name}: wait`)).toMatchObject({
        SecondsPath: '$.progress.againInSeconds',
        Next: `${name}: poll`,
      });
      expect(state(`${name}: poll`)).toMatchObject({
        Parameters: { ask: 'poll', 'startedAt.$': '$.progress.startedAt' },
        Next: `${name}: done?`,
      });
    },
  );

  it.each(PHASES)('%s hands what came of its steps to the function that judges them', (phase) => {
    expect(state(phase)).toMatchObject({ ResultPath: '$.results' });
    expect(functionOf(`${phase}: close the phase`)).toBe('close-phase');
    expect(state(`${phase}: close the phase`)).toMatchObject({
      Parameters: { phase, 'move.$': '$.move', 'results.$': '$.results' },
      ResultPath: '$.phase',
    });
  });
});

it('gives the assessment the input as it came, with the name and start of the run', () => {
  expect(state('Assess').Parameters).toEqual({
    'signal.$': '$$.Execution.Input',
    'run.$': '$$.Execution.Name',
    'startedAt.$': '$$.Execution.StartTime',
  });
});
