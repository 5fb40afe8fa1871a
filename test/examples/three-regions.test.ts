import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlan } from '../../lambdas/plan/parse-plan';
import { expectationOf } from '../../rehearsal/scenarios/scenario';
import { targetLostInMidRun } from '../../rehearsal/scenarios/target-lost';
import { quickStart } from '../quick-start';

const FILE = 'examples/three-regions/plan.yaml';
const plan = parsePlan(readFileSync(join(__dirname, '../..', FILE), 'utf8'), FILE);

it('S26 keeps two Regions of the authority when the first two of the plan are lost, so that the third can lead', () => {
  const lost = plan.regions.slice(0, 2).map(({ name }) => name);
  expect(plan.authority.regions.filter((region) => !lost.includes(region))).toHaveLength(2);
});

it('S26 is expected to move when its target is lost in mid-run, and two Regions are expected to need a person', () => {
  expect(expectationOf(targetLostInMidRun, plan).outcome).toBe('moved');
  expect(expectationOf(targetLostInMidRun, quickStart()).outcome).toBe('needs-a-person');
});
