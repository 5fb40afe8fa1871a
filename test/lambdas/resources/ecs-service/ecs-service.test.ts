import { ecsServiceKind } from '../../../../lambdas/resources/ecs-service/ecs-service';
import { aMove } from '../../a-move';
import { EAST, openStage, WEST, type Stage } from '../../stage';
import { resourceOf, untilDone, waysOf } from '../resource-of';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const web = () => resourceOf(stage, 'ecs-service');
const scale = ecsServiceKind.scale!;
const start = (move = aMove(), resource = web()) => stage.run(scale.start(resource, move, waysOf(stage, move)));
const running = (region = WEST) => stage.cloud.ecs.running(region, 'webshop', 'web');
const effects = () => stage.cloud.endpoint.effects.filter(({ service }) => service === 'ecs');

describe('scale', () => {
  it('brings the target to the plan’s tasks and waits until they run', async () => {
    expect(await start()).toEqual({
      says: 'pending',
      because: 'web runs 2 of 6 tasks in us-west-2',
      againInSeconds: 5,
    });
    expect(await stage.run(untilDone(stage, scale, web(), aMove(), waysOf(stage, aMove())))).toEqual({
      says: 'done',
      because: 'web runs 6 of 6 tasks in us-west-2',
    });
    expect(running()).toBe(6);
  });

  it('S10 asks once, however often it is started', async () => {
    await start();
    await start();
    expect(effects()).toHaveLength(1);
  });

  it('is done with no effect where enough tasks run already', async () => {
    expect(await start(aMove({ from: WEST, to: EAST }))).toMatchObject({ says: 'done' });
    expect(effects()).toEqual([]);
  });

  it('never scales down: more than the plan says may be what the load needs', async () => {
    expect(await start(aMove(), { ...web(), tasks: 1 })).toEqual({
      says: 'done',
      because: 'web runs 2 of 1 tasks in us-west-2',
    });
    expect(running()).toBe(2);
  });

  it('is refused with no effect where there is no such service', async () => {
    expect(await start(aMove(), { ...web(), service: 'gone' })).toMatchObject({
      says: 'refused',
      because: 'web does not exist in us-west-2',
    });
    expect(effects()).toEqual([]);
  });
});

describe('readiness', () => {
  const ask = (service = 'web') =>
    stage.run(ecsServiceKind.readiness!({ ...web(), service }, WEST, stage.outside(WEST)));

  it('is ready where the service exists, however few tasks it runs', async () => {
    expect(await ask()).toMatchObject({ says: 'ready', because: 'web runs 2 tasks in us-west-2' });
  });

  it('S18 is not ready where the service is missing', async () => {
    expect(await ask('gone')).toMatchObject({ says: 'not-ready', because: 'web does not exist in us-west-2' });
  });
});
