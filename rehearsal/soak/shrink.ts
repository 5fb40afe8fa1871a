import type { Spell } from '../faults/spell';
import type { Violation } from '../invariants/recording';
import type { Played } from './play';
import type { Trial } from './trial';

/**
 * The fewest and shortest spells with which one of the same invariants still breaks: leaves out one spell at a time, then
 * halves how long each lasts.
 */
export const shrink = async (
  trial: Trial,
  violations: readonly Violation[],
  play: (trial: Trial) => Promise<Played>,
): Promise<Trial> => {
  const wanted = new Set(violations.map(({ invariant }) => invariant));
  const breaks = async (spells: readonly Spell[]): Promise<boolean> => {
    const played = await play({ ...trial, spells });
    return played.violations.some(({ invariant }) => wanted.has(invariant));
  };
  let spells = trial.spells;
  const attempt = async (smaller: readonly Spell[]): Promise<void> => {
    if (await breaks(smaller)) spells = smaller;
  };
  for (const spell of trial.spells) await attempt(spells.filter((one) => one !== spell));
  for (const spell of spells) {
    const shorter = { ...spell, forSeconds: Math.ceil(spell.forSeconds / 2) };
    await attempt(spells.map((one) => (one === spell ? shorter : one)));
  }
  return { ...trial, spells };
};
