import type { World } from '../world/world';
import type { Stage } from '../scenarios/scenario';
import type { Fault } from './fault';
import { everyFault } from './all';

/** A fault for a while. `seed` decides its details, so that a spell is the same whatever others there are. */
export interface Spell {
  readonly fault: string;
  /** After the scenario strikes. */
  readonly fromSeconds: number;
  readonly forSeconds: number;
  readonly seed: number;
}

/** Casts spells, each at its time; they are over after the result, in seconds. */
export const cast = (stage: Stage, spells: readonly Spell[]): number => {
  const { world } = stage.cloud;
  for (const spell of spells) world.clock.after(spell.fromSeconds * 1000, () => castOne(stage, spell));
  return Math.max(0, ...spells.map(({ fromSeconds, forSeconds }) => fromSeconds + forSeconds));
};

const castOne = (stage: Stage, { fault, forSeconds, seed }: Spell): void => {
  const { world } = stage.cloud;
  const { id, summary, strike } = faultNamed(fault);
  const begun = note(world, `${id} begins: ${summary}`);
  const mend = strike(stage, world.random(`spell ${seed}`));
  world.clock.after(forSeconds * 1000, () => {
    mend();
    note(world, `${id} ends`, [begun]);
  });
};

const note = ({ trace }: Pick<World, 'trace'>, what: string, causes: readonly string[] = []): string =>
  trace.add({ type: 'fault', region: 'everywhere', what, causes });

/** The fault that a spell names. */
export const faultNamed = (wanted: string): Fault => {
  const found = everyFault.find(({ name }) => name === wanted);
  if (found) return found;
  throw new Error(`no fault ${wanted}; allowed are ${everyFault.map(({ name }) => name).join(', ')}`);
};
