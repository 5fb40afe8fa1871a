import { SFNClient } from '@aws-sdk/client-sfn';
import { critical } from '../../../lambdas/aws';
import { startOnce } from '../../../lambdas/observation/start-once';
import { refuseCalls } from '../../../rehearsal/faults/refuse-calls';
import { machineArn, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const start = (input: Readonly<Record<string, unknown>>) =>
  stage.run(startOnce(stage.outside(WEST).aws(SFNClient, critical(WEST)), machineArn(WEST), 'a-run', input));
const runs = () => stage.cloud.states.executions.map(({ name, input }) => ({ name, input }));

it('is content when another observer has started a run of that name, and changes nothing in it', async () => {
  await start({ observer: 'first' });
  await start({ observer: 'second' });
  expect(runs()).toEqual([{ name: 'a-run', input: { observer: 'first' } }]);
});

it('fails for any other reason, so that it is logged and tried again', async () => {
  refuseCalls(stage.world, ({ operation }) => operation === 'StartExecution');
  await expect(start({})).rejects.toThrow('is refused by a fault');
  expect(runs()).toEqual([]);
});
