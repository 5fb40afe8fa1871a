import { acknowledge, setKillSwitch } from '../../../lambdas/authority/controls';
import { EAST, openStage, startStage, type Stage } from '../stage';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const replicas = () => stage.replicas(EAST);
const now = () => new Date(stage.world.clock.now()).toISOString();

it('S27 writes down who turned the kill switch on and when, and takes it away again', async () => {
  const before = stage.authority();
  const at = now();
  await stage.run(setKillSwitch(replicas(), true, 'operations'));
  expect(stage.authority()).toEqual({ ...before, killSwitch: { by: 'operations', at } });
  await stage.run(setKillSwitch(replicas(), false, 'operations'));
  expect(stage.authority()).toEqual(before);
});

it('S26 writes down who has seen the last move and when', async () => {
  const at = now();
  await stage.run(acknowledge(replicas(), 'operations'));
  expect(stage.authority()?.acknowledged).toEqual({ by: 'operations', at });
});

it('S9 writes a person’s word into no item that is not there: a kill switch alone would be no authority', async () => {
  stage.close();
  stage = openStage();
  await expect(stage.run(setKillSwitch(replicas(), true, 'operations'))).rejects.toMatchObject({
    name: 'NothingToControl',
    message: 'understudy-webshop-authority holds no authority yet: start the initialise journey first',
  });
  expect(stage.authority()).toBeUndefined();
});

it('S13 fails when the authority cannot be reached, so that nobody relies on a switch that is not on', async () => {
  stage.world.network.cut(EAST, '*');
  await expect(stage.run(setKillSwitch(replicas(), true, 'operations'))).rejects.toMatchObject({
    name: 'AuthorityUnreachable',
  });
});
