import { AUTHORITY_KEY } from '../../../lambdas/authority/authority';
import { compareAndSet } from '../../../lambdas/authority/compare-and-set';
import { note } from '../../../lambdas/evidence/ledger';
import { create as backUp } from '../../../lambdas/handlers/back-up';
import { create as copy } from '../../../lambdas/handlers/copy-backup';
import type { Environment } from '../../../lambdas/handlers/lambda';
import { create as prepare } from '../../../lambdas/handlers/prepare-backup';
import { create as prune } from '../../../lambdas/handlers/prune-backups';
import { create as verify } from '../../../lambdas/handlers/verify-backup';
import type { Outside } from '../../../lambdas/outside';
import { lead } from '../a-move';
import { EAST, openStage, startStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(async () => (stage = await startStage()));
afterEach(() => stage.close());

type Create = (env: Environment, outside: Outside) => (event: unknown) => Promise<unknown>;
const call = (create: Create, region: string, event: object) =>
  stage.run(create(stage.environment(region), stage.outside(region))(event));

const about = { run: 'run-1', startedAt: '2026-01-06T12:00:30.000Z' };
const scheduled = { ...about, signal: { resource: 'orders', scheduledAt: '2026-01-06T12:00:00Z' } };
const move = { run: 'run-1', epoch: 1, from: EAST, to: WEST, point: '20260106t1200' };
const step = { resource: 'orders', kind: 'aurora-global', capability: 'backUp' };
const start = { ask: 'start', step, move };
const snapshots = () => stage.cloud.endpoint.effects.map(({ operation }) => operation);

const change = (field: string, value: unknown) =>
  stage.run(
    compareAndSet(stage.replicas(EAST), {
      nonce: field,
      condition: 'attribute_exists(#pk)',
      set: ['#field = :value'],
      names: { '#pk': 'pk', '#field': field },
      values: { ':value': value },
    }),
  );
const somebodyLeads = () => stage.run(lead(stage));
const anotherEpoch = () => change('epoch', 2);
const killSwitch = () => change('killSwitch', { by: 'ann', at: about.startedAt });

describe('prepare-backup', () => {
  it('makes a point of the scheduled time where the database writes, and lists its steps', async () => {
    expect(await call(prepare, EAST, scheduled)).toMatchObject({
      proceed: true,
      move,
      phases: Object.fromEntries(
        ['backUp', 'copy', 'verify', 'prune'].map((capability) => [capability, [{ ...step, capability }]]),
      ),
    });
  });

  it('holds in the Region that does not write', async () => {
    expect(await call(prepare, WEST, scheduled)).toEqual({
      proceed: false,
      because: 'us-east-1 writes, and is backed up there',
    });
  });

  it('S29 holds while a failover leads', async () => {
    await somebodyLeads();
    expect(await call(prepare, EAST, scheduled)).toMatchObject({
      proceed: false,
      because: expect.stringContaining('leads'),
    });
  });

  it('copies to the other Region where the plan’s own is the one that writes', async () => {
    await change('active', WEST);
    expect(await call(prepare, WEST, scheduled)).toMatchObject({ move: { from: WEST, to: EAST } });
  });
});

describe('a step of a backup', () => {
  it('is safe to repeat: the same point is made once', async () => {
    expect(await call(backUp, EAST, start)).toMatchObject({ says: 'pending' });
    expect(await call(backUp, EAST, start)).toMatchObject({ says: 'pending' });
    expect(snapshots()).toEqual(['CreateDBClusterSnapshot']);
    await stage.run(stage.world.clock.sleep(300_000));
    expect(await call(backUp, EAST, start)).toMatchObject({ says: 'done' });
    expect(stage.cloud.rds.snapshots(EAST)).toEqual(['understudy-webshop-orders-20260106t1200']);
  });

  it.each([
    ['S29', 'a failover leads', somebodyLeads, 'gives way: run-of-west leads'],
    ['S10', 'the epoch is another', anotherEpoch, 'began under epoch 1, and the epoch is 2'],
    ['S27', 'the kill switch is on', killSwitch, 'the kill switch is on, by ann'],
  ])('%s changes nothing once %s', async (_, __, happens, because) => {
    await happens();
    expect(await call(backUp, EAST, start)).toMatchObject({
      says: 'refused',
      because: expect.stringContaining(because),
    });
    expect(snapshots()).toEqual([]);
  });

  it('S13 changes nothing where nobody has initialised the authority', async () => {
    stage.close();
    stage = openStage();
    expect(await call(backUp, EAST, start)).toMatchObject({ says: 'refused', because: 'nobody knows who may act' });
    expect(snapshots()).toEqual([]);
  });

  it('S11 changes nothing while the clock here is not to be trusted', async () => {
    stage.world.faults.clockOffMs = () => 60_000;
    expect(await call(backUp, EAST, start)).toMatchObject({
      says: 'refused',
      because: expect.stringMatching(/^the clock here is .* off that of the authority$/) as string,
    });
    expect(snapshots()).toEqual([]);
  });

  it('S29 lets what it began end after a failover took the lead: a snapshot harms nobody', async () => {
    const { startedAt } = (await call(backUp, EAST, start)) as { startedAt: string };
    await somebodyLeads();
    expect(await call(backUp, EAST, { ask: 'poll', step, move, startedAt })).toMatchObject({ says: 'pending' });
    await stage.run(stage.world.clock.sleep(300_000));
    expect(await call(backUp, EAST, { ask: 'poll', step, move, startedAt })).toMatchObject({ says: 'done' });
  });

  it.each([
    ['pending', 'copy', 'copy needs backUp first, and it is not done'],
    ['done', 'verify', 'verify needs copy first, and it is not done'],
  ])('I18 comes after what it needs: with a snapshot that is %s, %s is refused', async (says, phase, because) => {
    const backedUp = {
      phase: 'backUp',
      resource: 'orders',
      says,
      because: 'so',
      acted: true,
      startedAt: about.startedAt,
    };
    await stage.run(note(stage.replicas(EAST), 'run-1', 'step#backUp#orders', backedUp));
    const handler = phase === 'copy' ? copy : verify;
    const ask = { ask: 'start', step: { ...step, capability: phase }, move };
    expect(await call(handler, EAST, ask)).toMatchObject({ says: 'refused', because });
    expect(snapshots()).toEqual([]);
  });

  it('S29 leaves the authority as it is, so that a failover need not wait for it', async () => {
    const before = stage.cloud.dynamodb.item('understudy-webshop-authority', AUTHORITY_KEY);
    await call(backUp, EAST, start);
    expect(stage.cloud.dynamodb.item('understudy-webshop-authority', AUTHORITY_KEY)).toEqual(before);
  });

  it('I18 prunes nothing before the new point is verified', async () => {
    stage.cloud.rds.adoptSnapshot(EAST, {
      id: 'understudy-webshop-orders-20240101t0000',
      cluster: 'webshop-orders-use1',
    });
    const ask = { ask: 'start', step: { ...step, capability: 'prune' }, move };
    expect(await call(prune, EAST, ask)).toMatchObject({
      says: 'refused',
      because: 'prune needs backUp first, and it is not done',
    });
    expect(stage.cloud.rds.snapshots(EAST)).toHaveLength(1);
  });
});
