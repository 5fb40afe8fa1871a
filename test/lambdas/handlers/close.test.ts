import type { Evidence } from '../../../lambdas/evidence/compose';
import { note } from '../../../lambdas/evidence/ledger';
import { renderReport } from '../../../lambdas/evidence/report/render-report';
import { evidenceKey, reportKey } from '../../../lambdas/evidence/store';
import * as close from '../../../lambdas/handlers/close';
import { aMove, lead } from '../a-move';
import { EAST, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
  await stage.run(lead(stage));
});
afterEach(() => stage.close());

const RUN = 'run-of-west';
const about = () => ({
  journey: 'failover',
  run: RUN,
  startedAt: new Date(stage.world.clock.now()).toISOString(),
  signal: { lost: EAST, reason: 'a drill' },
});
const closing = (outcome: string, more: object = {}) =>
  stage.run(call(stage, close, WEST, { ...about(), outcome, because: 'of the test', move: aMove(), ...more }));
const refusing = (fault: object) =>
  stage.run(call(stage, close, WEST, { ...about(), run: 'refused', outcome: 'refused', fault }));
const bucket = () => stage.environment(WEST).EVIDENCE_BUCKET!;
const evidence = (run = RUN) => {
  const text = stage.cloud.s3.object(bucket(), evidenceKey(run));
  return text === undefined ? undefined : (JSON.parse(text) as Evidence);
};
const entry = (name: string, details: object) => stage.run(note(stage.replicas(WEST), RUN, name, { ...details }));
const failing = (...services: readonly string[]) => {
  stage.world.faults.call = ({ service }) => {
    if (services.includes(service)) throw new Error(`${service} is down`);
  };
};
/** A run of which everything is known that its RTO is measured by. */
const noteAMove = async () => {
  const at = new Date(stage.world.clock.now()).toISOString();
  await entry(`assessment#${at}`, { says: 'proceed', lastHealthyAt: at });
  await stage.run(stage.world.clock.sleep(100_000));
  const verified = { phase: 'verify', resource: 'front', says: 'done', because: 'so', acted: true, startedAt: at };
  await entry('step#verify#front', verified);
};

it('stores the evidence in the Region’s bucket and says where it lies', async () => {
  await noteAMove();
  expect(await closing('moved')).toMatchObject({
    outcome: 'moved',
    because: 'us-west-2 serves in place of us-east-1 under epoch 2; at most 5 s of writes were lost',
    evidence: `s3://${bucket()}/runs/run-of-west/evidence.json`,
  });
  expect(evidence()).toMatchObject({
    outcome: 'moved',
    run: RUN,
    region: WEST,
    signal: { lost: EAST, reason: 'a drill' },
    steps: [expect.objectContaining({ phase: 'verify' })],
    after: { active: EAST, epoch: 2 },
  });
});

it('stores the same evidence beside it, as a page for people', async () => {
  await noteAMove();
  await closing('moved');
  expect(stage.cloud.s3.object(bucket(), reportKey(RUN))).toBe(renderReport(evidence()!));
});

it('publishes how long a move took, and nothing of other ends', async () => {
  const durations = () => stage.world.trace.entries.filter(({ what }) => what.includes('FailoverDurationSeconds'));
  await closing('held');
  expect(durations()).toEqual([]);
  await noteAMove();
  await closing('moved');
  const seconds = Number(durations()[0]?.what.split(' = ')[1]);
  expect(seconds).toBeGreaterThanOrEqual(160);
  expect(seconds).toBe(evidence()?.measured.rtoSeconds);
});

it('gives the lead back when a run holds whose lead came through without an answer', async () => {
  await closing('held');
  expect(stage.authority()).toMatchObject({ epoch: 3, active: EAST, lease: { region: EAST } });
});

it.each(['moved', 'aborted', 'needs-a-person'])('ends the lock of a run that ended %s', async (outcome) => {
  await closing(outcome);
  expect(stage.authority()?.run).toBeUndefined();
  expect(stage.authority()?.epoch).toBe(2);
});

it('S12 leaves the lock of the run that leads to itself', async () => {
  await closing('held', { run: 'late', move: aMove({ run: 'late' }) });
  expect(stage.authority()?.run?.name).toBe(RUN);
});

describe('a refused input', () => {
  const cause = JSON.stringify({ errorMessage: 'no such Region', errorType: 'InvalidSignal', stackTrace: [] });

  it('S32 is an aborted run with the fault’s own name and message, and nothing was changed', async () => {
    const before = stage.authority();
    expect(await refusing({ Error: 'InvalidSignal', Cause: cause })).toMatchObject({
      outcome: 'aborted',
      because: 'nothing was changed: no such Region',
      error: 'InvalidSignal',
      cause: 'no such Region',
    });
    expect(evidence('refused')).toMatchObject({
      outcome: 'aborted',
      fault: { error: 'InvalidSignal', cause: 'no such Region' },
    });
    expect(stage.authority()).toEqual(before);
  });

  it.each([
    ['a cause that is no JSON', { Error: 'States.Timeout', Cause: 'too late' }, 'too late'],
    ['JSON without a message', { Error: 'Lambda.Unknown', Cause: '{"x":1}' }, '{"x":1}'],
    ['no cause', { Error: 'Lambda.Unknown' }, 'no cause was given'],
  ])('tells %s as it is', async (_, fault, told) => {
    expect(await refusing(fault)).toMatchObject({ error: fault.Error, cause: told });
  });
});

describe('S30 the evidence is written', () => {
  it('when the authority is out of reach: from what is known without the ledger', async () => {
    failing('dynamodb');
    expect(await closing('held')).toMatchObject({ outcome: 'held' });
    expect(evidence()).toMatchObject({ outcome: 'held', because: 'of the test', steps: [] });
    expect(evidence()).not.toHaveProperty('after');
    expect(stage.logs.filter(({ level }) => level === 'error')).toHaveLength(2);
  });

  it('when its duration cannot be published, and the lock is ended all the same', async () => {
    await noteAMove();
    failing('cloudwatch');
    expect(await closing('moved')).toMatchObject({ outcome: 'moved' });
    expect(evidence()?.measured.rtoSeconds).toBeGreaterThan(100);
    expect(stage.authority()?.run).toBeUndefined();
  });

  it('although its page cannot be stored', async () => {
    let puts = 0;
    stage.world.faults.call = ({ service }) => {
      if (service === 's3' && ++puts > 1) throw new Error('s3 takes one object');
    };
    expect(await closing('held')).toMatchObject({ outcome: 'held' });
    expect(evidence()).toMatchObject({ outcome: 'held' });
    expect(stage.cloud.s3.object(bucket(), reportKey(RUN))).toBeUndefined();
  });

  it('again and the same when the task is tried again', async () => {
    await noteAMove();
    const first = await closing('moved');
    expect(await closing('moved')).toEqual(first);
  });

  it('or the task fails: a run without evidence is not over in silence', async () => {
    failing('s3');
    await expect(closing('moved')).rejects.toThrow('s3 is down');
    expect(stage.authority()?.run).toBeUndefined();
  });
});
