import { promote } from '../../../../lambdas/resources/aurora-global/promote';
import { readiness } from '../../../../lambdas/resources/aurora-global/readiness';
import { aMove } from '../../a-move';
import { EAST, openStage, WEST, type Stage } from '../../stage';
import { resourceOf, untilDone, waysOf } from '../resource-of';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const orders = () => resourceOf(stage, 'aurora-global');
const ask = (region = WEST, resource = orders()) => stage.run(readiness(resource, region, stage.outside(region)));

it('S18 is ready when the cluster is available and has instances', async () => {
  expect(await ask()).toEqual({
    resource: 'orders',
    region: WEST,
    says: 'ready',
    because: 'orders is available with 2 instances in us-west-2',
  });
});

it('S18 is not ready when the cluster is headless, because such a one cannot be promoted', async () => {
  stage.cloud.rds.removeInstances('webshop-orders', WEST);
  expect(await ask()).toMatchObject({ says: 'not-ready', because: 'orders has no instance in us-west-2' });
});

it('S18 is not ready where the cluster is missing', async () => {
  const renamed = { ...orders(), clusters: { [EAST]: 'webshop-orders-use1', [WEST]: 'gone' } };
  expect(await ask(WEST, renamed)).toMatchObject({ says: 'not-ready', because: 'orders has no cluster in us-west-2' });
});

it('S18 is not ready while its storage is made anew after a failover', async () => {
  await stage.run(untilDone(stage, promote, orders(), aMove(), waysOf(stage, aMove())));
  expect(await ask(EAST)).toMatchObject({
    says: 'not-ready',
    because: 'orders in us-east-1 is no member in step of its global database',
  });
});

describe('an old primary that nobody told of a failover', () => {
  const saysSo = 'orders writes in us-east-1, by what RDS says there alone';
  beforeEach(async () => {
    stage.world.network.kill(EAST);
    await stage.run(untilDone(stage, promote, orders(), aMove(), waysOf(stage, aMove())));
  });

  it('S3 S15 is unknown while the one that was promoted cannot be asked', async () => {
    stage.world.network.kill(WEST);
    stage.world.network.revive(EAST);
    expect(await ask(EAST)).toMatchObject({
      says: 'unknown',
      because: expect.stringContaining(`${saysSo} (us-west-2 could not be asked)`),
    });
  });

  it('S15 is unknown when the other says that it writes itself', async () => {
    stage.world.network.revive(EAST);
    expect(await ask(EAST)).toMatchObject({
      says: 'unknown',
      because: expect.stringContaining(`${saysSo} (us-west-2 says us-west-2)`),
    });
  });

  it('S15 is not promoted, and nothing is changed', async () => {
    stage.world.network.kill(WEST);
    stage.world.network.revive(EAST);
    const before = stage.cloud.endpoint.effects.length;
    const back = aMove({ from: WEST, to: EAST });
    await expect(stage.run(promote.start(orders(), back, waysOf(stage, back)))).rejects.toMatchObject({
      name: 'WriterUnconfirmed',
      message: expect.stringContaining(saysSo),
    });
    expect(stage.cloud.endpoint.effects).toHaveLength(before);
  });

  it('is believed when it was promoted indeed, although the Region that it replaced is silent', async () => {
    expect(await ask(WEST)).toMatchObject({ says: 'ready' });
  });
});

it('S18 is ready where the cluster writes and another member says the same', async () => {
  expect(await ask(EAST)).toMatchObject({ says: 'ready' });
});

it('S18 S26 is not ready in a third Region while Aurora fails over to another, because it takes no second failover', async () => {
  const move = aMove();
  await stage.run(promote.start(orders(), move, waysOf(stage, move)));
  await stage.run(stage.world.clock.sleep(10_000));
  expect(await ask(EAST)).toMatchObject({
    says: 'not-ready',
    because: expect.stringMatching(/^orders is failing-over towards us-west-2, and cannot go elsewhere/),
  });
});
