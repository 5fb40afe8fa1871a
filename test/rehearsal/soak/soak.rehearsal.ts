import { scenarioNamed } from '../../../rehearsal/scenarios/find';
import { createAssemblies } from '../../../rehearsal/soak/assemblies';
import { planNamed } from '../../../rehearsal/soak/every-plan';
import type { Played } from '../../../rehearsal/soak/play';
import { readReplay, showReplay } from '../../../rehearsal/soak/read-replay';
import { soak } from '../../../rehearsal/soak/soak';
import { statesOf } from '../../../rehearsal/soak/states';
import { drawTrial, type Trial } from '../../../rehearsal/soak/trial';

const plan = planNamed('examples/quickstart/plan.yaml+asks');
const assemblies = createAssemblies();
afterAll(() => assemblies.remove());

const among = [scenarioNamed('blip'), scenarioNamed('region-loss')];
const trials = [3, 4, 5].map((seed) => drawTrial(seed, [plan], among));
const play = (which: readonly Trial[], jobs: number, ended: (played: Played) => void = () => undefined) =>
  soak({ assemblies, trials: which, jobs, ended });
/** What came of the first trial; where an error was thrown is in the trace alone, and differs. */
const firstOf = async (which: readonly Trial[]) => {
  const all: Played[] = [];
  await play(which, 1, (played) => all.push(played));
  const { seed, outcome, violations, reached } = all.find((played) => played.seed === which[0]!.seed)!;
  return { seed, outcome, violations, reached };
};

describe('a soak', () => {
  it('has the same digest when it is played again, with one job or with two', async () => {
    const [one, two] = [await play(trials, 1), await play(trials, 2)];
    expect(one.runs).toBe(3);
    expect(two.digest).toBe(one.digest);
    expect(two.counts).toEqual(one.counts);
    const states = statesOf(await assemblies.dirOf(plan.name), plan.plan);
    expect(states).toEqual(expect.arrayContaining(Object.keys(one.counts.states)));
    expect(Object.keys(one.counts.states)).toContain('failover: Fence: start');
  });

  it('plays a trial alike alone, file by file and with stacks of errors, and among others, bundled', async () => {
    expect(await firstOf(trials.slice(0, 2))).toEqual(await firstOf(trials.slice(0, 1)));
  });

  it('plays a trial that was printed as it was drawn', async () => {
    const [, json = ''] = /--replay '(.*)'$/.exec(showReplay(trials[0]!)) ?? [];
    const [drawn, replayed] = [await play(trials.slice(0, 1), 1), await play([readReplay(json)], 1)];
    expect(replayed.digest).toBe(drawn.digest);
  });
});
