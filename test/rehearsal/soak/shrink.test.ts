import type { Spell } from '../../../rehearsal/faults/spell';
import type { Played } from '../../../rehearsal/soak/play';
import { shrink } from '../../../rehearsal/soak/shrink';
import type { Trial } from '../../../rehearsal/soak/trial';

const spell = (fault: string, forSeconds: number): Spell => ({ fault, fromSeconds: 0, forSeconds, seed: 1 });
const trial = (spells: readonly Spell[]): Trial => ({ seed: 1, plan: 'p', scenario: 's', spells });

/** A world in which I1 breaks while `breaks` says so, and I9 always. */
const worldWhere =
  (breaks: (spells: readonly Spell[]) => boolean) =>
  ({ spells }: Trial): Promise<Played> =>
    Promise.resolve({
      violations: [...(breaks(spells) ? [{ invariant: 'I1', because: '' }] : []), { invariant: 'I9', because: '' }],
    } as unknown as Played);

it('keeps the spells without which nothing breaks, as short as half will do', async () => {
  const spells = [spell('a', 100), spell('b', 60), spell('c', 30), spell('d', 10)];
  const breaks = (left: readonly Spell[]) =>
    left.some(({ fault, forSeconds }) => fault === 'b' && forSeconds >= 20) && left.some(({ fault }) => fault === 'd');
  const shrunk = await shrink(trial(spells), [{ invariant: 'I1', because: '' }], worldWhere(breaks));
  expect(shrunk.spells).toEqual([spell('b', 30), spell('d', 5)]);
});

it('does not take another violation for the one that it shrinks', async () => {
  const shrunk = await shrink(
    trial([spell('a', 8)]),
    [{ invariant: 'I1', because: '' }],
    worldWhere((left) => left.length > 0),
  );
  expect(shrunk.spells).toEqual([spell('a', 4)]);
});
