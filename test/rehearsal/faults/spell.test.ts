import { everyFault } from '../../../rehearsal/faults/all';
import { cast } from '../../../rehearsal/faults/spell';
import { spoil } from '../../../rehearsal/faults/spoil';
import type { Stage } from '../../../rehearsal/scenarios/scenario';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { quickStart } from '../../quick-start';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const [EAST, WEST] = ['us-east-1', 'us-west-2'];
const stage = (): Stage => ({
  cloud: { world } as unknown as Stage['cloud'],
  plan: quickStart(),
  active: EAST,
  standby: WEST,
});
const pass = (seconds: number) => world.run(world.clock.sleep(seconds * 1000));

describe('a spell', () => {
  it('begins and ends at its times, and says how long all of them last', async () => {
    const spells = [{ fault: 'lose-target', fromSeconds: 10, forSeconds: 20, seed: 1 }];
    expect(cast(stage(), spells)).toBe(30);
    const alive: boolean[] = [];
    for (const seconds of [5, 10, 20]) {
      await pass(seconds);
      alive.push(world.network.alive(WEST));
    }
    expect(alive).toEqual([true, false, true]);
    expect(world.trace.entries.map(({ what }) => what)).toEqual([
      'F29 begins: the Region that would take over, or is about to, dies',
      'us-west-2 dies',
      'us-west-2 may live again',
      'F29 ends',
    ]);
  });

  it('ends nothing that another one began', async () => {
    cast(stage(), [
      { fault: 'lose-target', fromSeconds: 0, forSeconds: 60, seed: 1 },
      { fault: 'lose-target', fromSeconds: 5, forSeconds: 5, seed: 2 },
    ]);
    await pass(30);
    expect(world.network.alive(WEST)).toBe(false);
    await pass(40);
    expect(world.network.alive(WEST)).toBe(true);
  });

  it('is a mistake under a name that no fault has', async () => {
    cast(stage(), [{ fault: 'lose-everything', fromSeconds: 0, forSeconds: 1, seed: 1 }]);
    await expect(pass(1)).rejects.toThrow(/no fault lose-everything; allowed are duplicate-events, reorder-events/);
  });

  it('can be each fault, and its end leaves the world as it was', async () => {
    for (const { name, strike } of everyFault.filter(({ byPeople }) => !byPeople)) {
      const mend = strike(stage(), world.random(name));
      mend();
      const { network, faults } = world;
      expect([EAST, WEST, 'us-east-2'].filter((region) => !network.alive(region))).toEqual([]);
      expect([network.reaches(EAST, WEST), network.reaches(WEST, 'internet')]).toEqual([true, true]);
      expect(faults.eventCopies?.()).toBeUndefined();
      expect(faults.metricMissed?.({ namespace: 'AWS/RDS', name: 'AuroraGlobalDBRPOLag' }) ?? false).toBe(false);
      expect(() => faults.call?.({ service: 'dynamodb', operation: 'PutItem', region: WEST })).not.toThrow();
    }
  });
});

it('takes back what one fault did although another came after it', () => {
  const { faults } = world;
  const mendFirst = spoil(faults, 'writeFails', () => (region) => region === EAST);
  const mendSecond = spoil(
    faults,
    'writeFails',
    (before) => (region) => region === WEST || (before?.(region) ?? false),
  );
  const failing = () => [EAST, WEST].filter((region) => faults.writeFails?.(region));
  expect(failing()).toEqual([EAST, WEST]);
  mendFirst();
  expect(failing()).toEqual([WEST]);
  mendSecond();
  expect(failing()).toEqual([]);
});
