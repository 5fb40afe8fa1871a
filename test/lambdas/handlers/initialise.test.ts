import * as initialise from '../../../lambdas/handlers/initialise';
import { promote } from '../../../lambdas/resources/aurora-global/promote';
import { aMove } from '../a-move';
import { resourceOf, untilDone, waysOf } from '../resources/resource-of';
import { quickStart } from '../../quick-start';
import { EAST, openStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const start = (region = EAST) => stage.run(call(stage, initialise, region, { run: 'first' }));

it('S9 writes down the Region that writes', async () => {
  expect(await start()).toMatchObject({ initialised: true });
  expect(stage.authority()).toMatchObject({ active: EAST, epoch: 1, traffic: { [EAST]: true, [WEST]: false } });
});

it('S9 looks who writes, whatever the plan prefers', async () => {
  await stage.run(untilDone(stage, promote, resourceOf(stage, 'aurora-global'), aMove(), waysOf(stage, aMove())));
  await start(WEST);
  expect(stage.authority()).toMatchObject({ active: WEST });
});

it('S9 changes nothing when it is started again', async () => {
  await start();
  const before = stage.authority();
  expect(await start(WEST)).toEqual({
    initialised: false,
    because: 'the authority was initialised before; it stays as it is',
  });
  expect(stage.authority()).toEqual(before);
});

it('S3 writes nothing down when a store cannot be asked', async () => {
  stage.world.faults.call = ({ service }) => {
    if (service === 'rds') throw new Error('down');
  };
  await expect(start()).rejects.toThrow('down');
  expect(stage.authority()).toBeUndefined();
});

it('S3 writes nothing down when two stores write in different Regions', async () => {
  const plan = quickStart();
  const orders = plan.resources.find((resource) => resource.kind === 'aurora-global')!;
  const clusters = { [EAST]: 'ledger-use1', [WEST]: 'ledger-usw2' };
  const ledger = { ...orders, name: 'ledger', globalCluster: 'ledger', clusters };
  stage.close();
  stage = openStage(1, { ...plan, resources: [...plan.resources, ledger] });
  stage.cloud.rds.adopt('ledger', clusters, WEST);
  await expect(start()).rejects.toMatchObject({
    name: 'WriterUnknown',
    message: 'orders writes in us-east-1, ledger in us-west-2',
  });
  expect(stage.authority()).toBeUndefined();
});
