import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';

describe('a world', () => {
  const worlds: DrivenWorld[] = [];
  const make = (seed: number) => {
    worlds.push(createWorld(seed));
    return worlds.at(-1)!;
  };
  afterEach(() => worlds.splice(0).forEach((world) => world.close()));

  it('lets an hour pass at once, and stands still between events', async () => {
    const world = make(1);
    const began = world.clock.now();
    await world.run(world.clock.sleep(3_600_000));
    expect(world.clock.now() - began).toBe(3_600_000);
  });

  it('draws the same numbers from the same seed, and others from another', () => {
    const draw = (seed: number) => {
      const world = make(seed);
      const drawn = [world.random('a')(), world.random('b')(), world.random('a')()];
      world.close();
      return drawn;
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('draws each stream for itself, so that a new consumer disturbs nobody', () => {
    const world = make(1);
    world.random('new')();
    const drawn = world.random('old')();
    world.close();
    expect(make(1).random('old')()).toBe(drawn);
  });

  it('says so when it waits for something that will never happen', async () => {
    await expect(make(1).run(new Promise(() => undefined))).rejects.toThrow('no timer is left');
  });

  it('repeats until it is told to stop', async () => {
    const world = make(1);
    let beats = 0;
    const stop = world.clock.every(1000, () => (beats += 1), 0);
    await world.run(world.clock.sleep(3500));
    stop();
    await world.run(world.clock.sleep(3500));
    expect(beats).toBe(4);
  });
});
