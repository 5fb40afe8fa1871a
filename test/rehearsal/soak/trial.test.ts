import { everyFault } from '../../../rehearsal/faults/all';
import { reachableFaults } from '../../../rehearsal/soak/reached';
import { planNamed } from '../../../rehearsal/soak/every-plan';
import { drawTrial } from '../../../rehearsal/soak/trial';
import { scenarioNamed } from '../../../rehearsal/scenarios/find';
import { quickStart } from '../../quick-start';

const plans = [{ name: 'quickstart', plan: quickStart() }];
const trials = Array.from({ length: 400 }, (_, seed) => drawTrial(seed, plans));

describe('a trial', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(drawTrial(7, plans)).toEqual(trials[7]);
    expect(new Set(trials.map((trial) => JSON.stringify({ ...trial, seed: 0 }))).size).toBeGreaterThan(350);
  });

  it('has every fault in some swarm, and none in others', () => {
    const used = new Set(trials.flatMap(({ spells }) => spells.map(({ fault }) => fault)));
    const drawn = everyFault.map(({ name }) => name).filter((name) => name !== 'throttle');
    expect([...used].sort()).toEqual(drawn.sort());
    expect(trials.filter(({ spells }) => spells.length === 0).length).toBeGreaterThan(0);
  });

  it('can reach every fault of SAFETY.md', () => {
    const ids = Array.from({ length: 38 }, (_, index) => `F${index + 1}`);
    expect(ids.filter((id) => !reachableFaults.includes(id))).toEqual([]);
  });

  it('never loses the event that a scenario is', () => {
    const losing = everyFault.filter(({ losesEvents }) => losesEvents).map(({ name }) => name);
    const events = trials.filter(({ scenario }) => scenarioNamed(scenario).isAnEvent);
    expect(events.length).toBeGreaterThan(0);
    expect(events.flatMap(({ spells }) => spells).filter(({ fault }) => losing.includes(fault))).toEqual([]);
  });

  it('is drawn from the scenarios that are asked for', () => {
    const among = [scenarioNamed('flapping'), scenarioNamed('blip')];
    const names = Array.from({ length: 30 }, (_, seed) => drawTrial(seed, plans, among).scenario);
    expect(new Set(names)).toEqual(new Set(['flapping', 'blip']));
  });

  it('takes a plan that can be played with what is asked for, and says so where there is none', () => {
    const among = [scenarioNamed('target-cut-off')];
    const three = planNamed('examples/three-regions/plan.yaml');
    const drawn = Array.from({ length: 10 }, (_, seed) => drawTrial(seed, [...plans, three], among).plan);
    expect(new Set(drawn)).toEqual(new Set([three.name]));
    expect(() => drawTrial(1, plans, among)).toThrow('none of quickstart can be soaked with target-cut-off');
  });
});
