import type { Plan } from '../../lambdas/plan/plan';
import type { Place, World } from '../world/world';
import type { Mend } from './spoil';

/** One of several, by a number in [0, 1). */
export const oneOf = <T>(all: readonly T[], drawn: number): T => all[Math.floor(drawn * all.length)]!;

/** A whole or broken number between two bounds, by a number in [0, 1). */
export const between = ([least, most]: readonly [number, number], drawn: number): number =>
  least + drawn * (most - least);

/** Every Region that the plan names. */
export const regionsOf = ({ authority, regions }: Plan): readonly string[] => [
  ...new Set([...authority.regions, ...regions.map(({ name }) => name)]),
];

/** Lets a Region die, until the result is called. */
export const kill = ({ network, trace }: Pick<World, 'network' | 'trace'>, region: string): Mend => {
  trace.add({ type: 'fault', region, what: `${region} dies`, causes: [] });
  network.kill(region);
  return () => {
    network.revive(region);
    trace.add({ type: 'fault', region, what: `${region} may live again`, causes: [] });
  };
};

/** Cuts the way from one place to another (`*` is every other), until the result is called. */
export const cut = ({ network, trace }: Pick<World, 'network' | 'trace'>, from: Place, to: Place): Mend => {
  trace.add({
    type: 'fault',
    region: from === '*' ? to : from,
    what: `nothing goes from ${from} to ${to}`,
    causes: [],
  });
  network.cut(from, to);
  return () => network.mend(from, to);
};

/** Cuts a Region off from everybody, both ways, until the result is called. */
export const isolate = (world: Pick<World, 'network' | 'trace'>, region: string): Mend => {
  const mends = [cut(world, '*', region), cut(world, region, '*')];
  return () => mends.forEach((mend) => mend());
};
