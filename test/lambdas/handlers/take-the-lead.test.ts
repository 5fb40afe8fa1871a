import * as takeTheLead from '../../../lambdas/handlers/take-the-lead';
import { readLedger } from '../../../lambdas/evidence/ledger';
import { aMove, asInitialised, assessed } from '../a-move';
import { EAST, OHIO, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const votes = [{ observer: OHIO, says: 'down', since: '2026-01-06T08:58:00.000Z' }];
const take = (move = aMove(), secondsAgo = 0) =>
  stage.run(
    call(stage, takeTheLead, move.to, { move, expects: assessed(stage, move, asInitialised({ votes }), secondsAgo) }),
  );
const ledger = (run: string) => stage.run(readLedger(stage.replicas(WEST), run));

it('takes the lead with the votes that it relies on, and notes both', async () => {
  expect(await take()).toEqual({ led: true, isStale: false, because: 'epoch 2 belongs to run-of-west' });
  expect(stage.authority()?.run).toMatchObject({ name: 'run-of-west', votes });
  expect(await ledger('run-of-west')).toEqual([expect.objectContaining({ entry: 'lead', led: true, epoch: 2, votes })]);
});

it('S12 notes who leads when it is too late', async () => {
  await take();
  expect(await take(aMove({ run: 'late', to: OHIO }))).toMatchObject({
    led: false,
    because: expect.stringContaining('run-of-west in us-west-2 leads since'),
  });
  expect(await ledger('late')).toEqual([expect.objectContaining({ entry: 'lead', led: false })]);
});

it('I13 takes no lead on what is older than 15 s, and asks for another assessment', async () => {
  expect(await take(aMove(), 16)).toEqual({ led: false, isStale: true, because: 'the assessment is 16 s old' });
  expect(stage.authority()?.run).toBeUndefined();
  expect(await ledger('run-of-west')).toEqual([expect.objectContaining({ entry: 'lead', led: false, isStale: true })]);
});

it('I6 keeps the votes that it relies on when the word of a stale assessment arrives after all (F20)', async () => {
  let writes = 0;
  stage.world.faults.travelsLongerMs = ({ operation }) => (operation === 'PutItem' && ++writes === 1 ? 200_000 : 0);
  await take(aMove(), 16);
  expect(await take()).toMatchObject({ led: true });
  await stage.run(stage.world.clock.sleep(300_000));
  expect(await ledger('run-of-west')).toEqual([expect.objectContaining({ entry: 'lead', led: true, votes })]);
});

it('S20 asks nothing of the lost Region', async () => {
  stage.world.network.kill(EAST);
  const before = stage.cloud.endpoint.calls.length;
  await take();
  expect(stage.cloud.endpoint.calls.slice(before).map(({ region }) => region)).not.toContain(EAST);
});
