import { readFileSync } from 'node:fs';
import { scenarioNamed } from '../../../rehearsal/scenarios/find';
import { createAssemblies } from '../../../rehearsal/soak/assemblies';
import { everyPlan, planNamed } from '../../../rehearsal/soak/every-plan';
import { soak } from '../../../rehearsal/soak/soak';
import { drawTrial } from '../../../rehearsal/soak/trial';

/** Every seed of a soak that has broken anything so far; docs/safety.md tells what it was. */
const SEEDS = [
  [
    129, 586, 718, 778, 900, 1159, 1730, 1976, 2156, 2578, 2587, 3784, 4085, 5017, 5142, 5524, 5681, 6123, 6380, 6417,
    6505,
  ],
  [6876, 8723, 8777, 9010, 9879, 9954, 20067, 50106, 141420479],
].flat();

/** The same where a soak drew from some plans and scenarios only. */
const NARROWER = [{ seed: 218030644, plan: 'examples/fences/plan.yaml', scenario: 'lost-again' }];

const assemblies = createAssemblies();
afterAll(() => assemblies.remove());

it('no seed that has ever broken an invariant breaks one today', async () => {
  const plans = everyPlan();
  const trials = [
    ...SEEDS.map((seed) => drawTrial(seed, plans)),
    ...NARROWER.map(({ seed, plan, scenario }) => drawTrial(seed, [planNamed(plan)], [scenarioNamed(scenario)])),
  ];
  const { runs, findings } = await soak({ assemblies, trials, jobs: 1, ended: () => undefined });
  expect(runs).toBe(trials.length);
  expect(findings.map(({ trial, violations }) => ({ seed: trial.seed, violations }))).toEqual([]);
}, 300_000);

it('each of them is told of in docs/safety.md', () => {
  const told: readonly string[] = readFileSync('docs/safety.md', 'utf8').match(/\d+/g) ?? [];
  const all = [...SEEDS, ...NARROWER.map(({ seed }) => seed)].map(String);
  expect(all.filter((seed) => !told.includes(seed))).toEqual([]);
});
