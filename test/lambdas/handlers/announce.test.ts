import { readLedger } from '../../../lambdas/evidence/ledger';
import * as announce from '../../../lambdas/handlers/announce';
import { aMove } from '../a-move';
import { startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const start = (move = aMove()) =>
  stage.run(call(stage, announce, WEST, { news: 'started', move, because: 'us-east-1 is lost' }));
const end = (more: object = {}, run = 'run-of-west') => {
  const closed = { journey: 'failover', outcome: 'moved', because: 'us-west-2 serves', evidence: 's3://b/k', ...more };
  return stage.run(call(stage, announce, WEST, { news: 'ended', run, closed }));
};
const subjects = () => stage.cloud.sns.published.map(({ subject }) => subject);
const ledger = () => stage.run(readLedger(stage.replicas(WEST), 'run-of-west'));
const failing = (...services: readonly string[]) => {
  stage.world.faults.call = ({ service }) => {
    if (services.includes(service)) throw new Error(`${service} is down`);
  };
};

it('tells everybody that a move has begun, and records who was told', async () => {
  await start();
  expect(subjects()).toEqual(['webshop moves from us-east-1 to us-west-2']);
  expect(stage.slack.messages[0]?.text).toContain('us-east-1 is lost.\nRun run-of-west in us-west-2, epoch 2.');
  expect(await ledger()).toEqual([
    expect.objectContaining({
      title: 'webshop moves from us-east-1 to us-west-2',
      told: [expect.objectContaining({ channel: 'sns', told: true }), expect.objectContaining({ channel: 'slack' })],
    }),
  ]);
});

it('tells how a run ended, and where its evidence lies', async () => {
  await end();
  expect(subjects()).toEqual(['webshop: moved']);
  expect(stage.cloud.sns.published[0]?.message).toBe(
    'us-west-2 serves.\nRun run-of-west in us-west-2.\nEvidence: s3://b/k',
  );
});

it('S28 says that a person is needed now', async () => {
  await end({ outcome: 'needs-a-person', because: 'promotion had begun' });
  expect(stage.cloud.sns.published[0]?.message).toContain('needs a person now');
});

it('records the channel that failed, and tells the other', async () => {
  failing('secretsmanager');
  await start();
  const [entry] = await ledger();
  expect(entry?.['told']).toEqual([
    expect.objectContaining({ channel: 'sns', told: true }),
    expect.objectContaining({ channel: 'slack', told: false }),
  ]);
});

it('fails when nobody could be told, so that it is tried again', async () => {
  failing('sns', 'secretsmanager');
  await expect(start()).rejects.toMatchObject({ name: 'NobodyTold' });
  expect(await ledger()).toHaveLength(1);
  stage.world.faults.call = undefined;
  await start();
  expect(subjects()).toHaveLength(1);
});

it('tells people although the lost Region is dead', async () => {
  stage.world.network.kill('us-east-1');
  await start();
  expect(subjects()).toHaveLength(1);
});
