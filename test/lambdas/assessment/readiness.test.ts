import { askReadiness } from '../../../lambdas/assessment/readiness';
import { openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const asked = async () => {
  const facts = await stage.run(askReadiness(stage.plan, WEST, stage.outside(WEST)));
  return facts.map(({ resource, says }) => `${resource} ${says}`);
};

it('S18 asks every resource that can be not ready', async () => {
  expect(await asked()).toEqual(['gate ready', 'orders ready', 'web ready']);
});

it('S18 names the one that is not ready', async () => {
  stage.cloud.rds.removeInstances('webshop-orders', WEST);
  expect(await asked()).toEqual(['gate ready', 'orders not-ready', 'web ready']);
});

it('S3 takes whoever cannot be asked for unknown, with the reason, and asks the others all the same', async () => {
  stage.world.faults.call = ({ service }) => {
    if (service === 'rds') throw new Error('throttled');
  };
  const facts = await stage.run(askReadiness(stage.plan, WEST, stage.outside(WEST)));
  expect(facts).toContainEqual({
    resource: 'orders',
    says: 'unknown',
    because: 'orders could not be asked (Error: throttled)',
  });
  expect(facts.filter(({ says }) => says === 'ready')).toHaveLength(2);
});
