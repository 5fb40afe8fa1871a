import { giveBack, grantLease } from '../../../lambdas/authority/leading';
import { note, readLedger } from '../../../lambdas/evidence/ledger';
import * as undo from '../../../lambdas/handlers/undo';
import * as fence from '../../../lambdas/handlers/fence';
import { fencedWriters } from '../../../rehearsal/world/fenced';
import { fencedShop } from '../../fenced-shop';
import { aMove, lead } from '../a-move';
import { EAST, OHIO, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
  await stage.run(lead(stage));
});
afterEach(() => stage.close());

const RUN = 'run-of-west';
const NOTHING_PROMOTED = 'a step failed for good; nothing was promoted, so the lead went back to us-east-1';
const takeBack = () => stage.run(call(stage, undo, WEST, { move: aMove() }));
const entry = (name: string, details: object) => stage.run(note(stage.replicas(WEST), RUN, name, { ...details }));
const step = (phase: string, resource: string, says: string, acted: boolean, because = 'of the test') =>
  entry(`step#${phase}#${resource}`, { phase, resource, says, acted, because, startedAt: '2026-01-06T09:00:00.000Z' });

it('S28 gives the lead back to the old Region when nothing was promoted, and says why the run failed', async () => {
  await step('fence', 'gate', 'done', true);
  await entry('phase#Make ready', { ok: false, because: 'Make ready: web does not exist in us-west-2' });
  expect(await takeBack()).toEqual({
    outcome: 'aborted',
    because: 'Make ready: web does not exist in us-west-2; nothing was promoted, so the lead went back to us-east-1',
  });
  expect(stage.authority()).toMatchObject({ active: EAST, epoch: 3, lease: { region: EAST } });
  expect(await stage.run(readLedger(stage.replicas(WEST), RUN))).toContainEqual(
    expect.objectContaining({ entry: 'undo', outcome: 'aborted' }),
  );
});

it('S28 gives it back when the promotion was refused before it acted', async () => {
  await step('promote', 'orders', 'refused', false);
  expect(await takeBack()).toMatchObject({
    outcome: 'aborted',
    because: expect.stringContaining('a step failed for good'),
  });
});

it.each([
  ['was done', 'done'],
  ['is under way', 'pending'],
  ['crashed after its intent', 'intent'],
  ['was refused because it was late', 'refused'],
])('S28 takes nothing away when a promotion %s: a person must look', async (_, says) => {
  await step('promote', 'orders', says, true, 'orders: failing-over');
  expect(await takeBack()).toEqual({
    outcome: 'needs-a-person',
    because: 'a step failed for good; promotion had begun (orders: failing-over)',
  });
  expect(stage.authority()).toMatchObject({ epoch: 2, run: { name: RUN } });
  expect(stage.authority()?.lease).toBeUndefined();
});

it('S28 takes nothing away when the target has the lease already', async () => {
  await stage.run(grantLease(stage.replicas(WEST), aMove(), stage.plan.authority.lease));
  expect(await takeBack()).toEqual({
    outcome: 'needs-a-person',
    because: 'a step failed for good; the lead could not be given back',
  });
  expect(stage.authority()).toMatchObject({ active: WEST, epoch: 2 });
});

describe('a run that goes on with the move of one that died', () => {
  const successor = aMove({ run: 'successor', to: OHIO, epoch: 3 });
  const goOn = () => {
    const abandonedSeenAt = stage.authority()!.run!.seenAt;
    const continues = { runs: [{ name: RUN, region: WEST }] };
    return stage.run(lead(stage, successor, { epoch: 2, abandonedSeenAt, continues, votes: [] }));
  };

  it('S26 S28 takes nothing away when the dead one had begun to promote', async () => {
    await step('promote', 'orders', 'pending', true, 'orders: failing-over');
    await goOn();
    expect(await stage.run(call(stage, undo, OHIO, { move: successor }))).toEqual({
      outcome: 'needs-a-person',
      because: 'a step failed for good; promotion had begun (orders: failing-over)',
    });
    expect(stage.authority()).toMatchObject({ epoch: 3, run: { name: 'successor' } });
  });

  it('S26 S28 is left alone by the dead one, should that come back', async () => {
    await goOn();
    expect(await takeBack()).toEqual({
      outcome: 'aborted',
      because: 'a step failed for good; successor in us-east-2 goes on with the move',
    });
    expect(stage.authority()).toMatchObject({ epoch: 3, run: { name: 'successor' } });
  });
});

it('S28 answers the same when it is asked again', async () => {
  const first = await takeBack();
  expect(await takeBack()).toEqual(first);
  expect(stage.authority()?.epoch).toBe(3);
});

it('S13 fails when the authority is unreachable: what is not known is not undone', async () => {
  stage.world.network.cut(WEST, '*');
  await expect(takeBack()).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
});

describe('fences', () => {
  beforeEach(async () => {
    stage.close();
    stage = await startStage(1, fencedShop());
    await stage.run(lead(stage));
  });

  const set = (resource: string, kind: string) =>
    stage.run(call(stage, fence, WEST, { move: aMove(), step: { resource, kind, capability: 'fence' }, ask: 'start' }));
  const standing = () => fencedWriters(stage.cloud, stage.plan).filter(({ canWrite }) => !canWrite);

  it('S28 are taken back as they stood, before the lead is given back', async () => {
    await set('stop-reconciliation', 'fence-eventbridge-rule');
    await set('cut-off-warehouse', 'fence-network-acl');
    expect(standing()).toHaveLength(2);
    expect(await takeBack()).toMatchObject({
      outcome: 'aborted',
      because: expect.stringMatching(
        /^a step failed for good; nothing was promoted, so the lead went back to us-east-1; .* is open again: /,
      ) as string,
    });
    expect(standing()).toEqual([]);
  });

  it('S28 are taken back as they stood before the first attempt, whatever a second one saw', async () => {
    await set('stop-workers', 'fence-ecs');
    await set('stop-workers', 'fence-ecs');
    await takeBack();
    await stage.run(stage.world.clock.sleep(120_000));
    expect(stage.cloud.ecs.running(EAST, 'shop', 'worker')).toBe(2);
  });

  it('S28 that cannot be taken back need a person, who is told which', async () => {
    await set('cut-off-warehouse', 'fence-network-acl');
    stage.world.network.cut(WEST, EAST);
    expect(await takeBack()).toMatchObject({
      outcome: 'needs-a-person',
      because: expect.stringContaining('cut-off-warehouse in us-east-1 may be as the fence left it (') as string,
    });
    expect(stage.authority()).toMatchObject({ active: EAST, epoch: 3 });
  });

  it('F27 S28 that nobody answered may still close after they were taken back, and people are told so', async () => {
    stage.world.faults.travelsLongerMs = ({ operation }) => (operation === 'DisableRule' ? 90_000 : 0);
    await set('stop-reconciliation', 'fence-eventbridge-rule');
    await set('cut-off-warehouse', 'fence-network-acl');
    const { outcome, because } = (await takeBack()) as { outcome: string; because: string };
    expect(outcome).toBe('aborted');
    expect(because).toMatch(
      /stop-reconciliation in us-east-1 is open again: [^;]*; nobody confirmed the fence, so it may/,
    );
    expect(because).not.toMatch(/cut-off-warehouse in us-east-1 is open again: [^;]*; nobody confirmed/);
    await stage.run(stage.world.clock.sleep(120_000));
    expect(standing()).toMatchObject([{ resource: 'stop-reconciliation' }]);
  });

  it('F27 S28 that a crash left without an answer may still close as well', async () => {
    await set('cut-off-warehouse', 'fence-network-acl');
    await step('fence', 'cut-off-warehouse', 'intent', true);
    expect(await takeBack()).toMatchObject({
      because: expect.stringContaining('nobody confirmed the fence') as string,
    });
  });

  it('F27 S28 that were confirmed do not, whatever another phase says of a resource of the same name', async () => {
    await set('cut-off-warehouse', 'fence-network-acl');
    await step('scale', 'cut-off-warehouse', 'refused', true);
    expect(await takeBack()).toMatchObject({
      because: expect.not.stringContaining('nobody confirmed the fence') as string,
    });
  });

  it('F27 S28 that nobody answered need a person where they cannot be taken back', async () => {
    await set('cut-off-warehouse', 'fence-network-acl');
    await step('fence', 'cut-off-warehouse', 'refused', true);
    stage.world.network.cut(WEST, EAST);
    expect(await takeBack()).toMatchObject({
      outcome: 'needs-a-person',
      because: expect.stringContaining('cut-off-warehouse in us-east-1 may be as the fence left it (') as string,
    });
  });

  it('S28 are told of in the same words when the undo is asked again', async () => {
    await set('cut-off-warehouse', 'fence-network-acl');
    const first = await takeBack();
    expect(await takeBack()).toEqual(first);
  });

  it('S28 that could not be taken back are told of in the same words when the undo is asked again', async () => {
    await set('cut-off-warehouse', 'fence-network-acl');
    stage.world.network.cut(WEST, EAST);
    const first = await takeBack();
    stage.world.network.mend(WEST, EAST);
    expect(await takeBack()).toEqual(first);
    expect(standing()).toHaveLength(1);
  });

  it.each([
    ['is gone from the plan', 'stop-printers'],
    ['is a gate, which opens with the lease', 'gate'],
  ])('S28 are left for a person where the fence %s', async (_, resource) => {
    await entry(`before#fence#${resource}`, { phase: 'fence', resource, before: { desiredCount: 2 } });
    expect(await takeBack()).toEqual({
      outcome: 'needs-a-person',
      because: `${NOTHING_PROMOTED}; ${resource} in us-east-1 is as the fence left it: the plan has no such fence any more`,
    });
  });

  it('S28 are all that is taken back: what other phases replaced stays', async () => {
    await entry('before#scale#web', { phase: 'scale', resource: 'web', before: { desiredCount: 2 } });
    expect(await takeBack()).toEqual({ outcome: 'aborted', because: NOTHING_PROMOTED });
  });

  it('S10 are left alone once somebody else may act: they may be theirs', async () => {
    await set('cut-off-warehouse', 'fence-network-acl');
    await stage.run(giveBack(stage.replicas(WEST), aMove()));
    expect(await takeBack()).toEqual({
      outcome: 'needs-a-person',
      because: `${NOTHING_PROMOTED}; cut-off-warehouse is as the fence left it: run-of-west no longer leads, and the fence may be another's`,
    });
    expect(standing()).toHaveLength(1);
  });
});
