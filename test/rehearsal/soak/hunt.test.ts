import { search, type SoakIn, type Soaked } from '../../../rehearsal/soak/canaries/hunt';

const canary = { name: 'a bug', plants: [] };
const wanted = { runs: 10, seed: 1, jobs: 1 };

/** A soak with the bug breaks these seeds, one without it those; each in the way named. */
const ground = (planted: Record<number, string>, sound: Record<number, string> = {}) => {
  const soakIn: SoakIn = (dir, _, { runs, seed }): Soaked => {
    const breaks = dir === 'planted' ? planted : sound;
    const seeds = Array.from({ length: runs }, (_, index) => seed + index);
    const first = seeds.find((one) => one in breaks);
    return first === undefined
      ? { runs, violations: [] }
      : { runs: first - seed + 1, violations: [{ seed: first, violations: [{ invariant: breaks[first]! }] }] };
  };
  return { planted: 'planted', sound: 'sound', soakIn };
};

describe('the hunt for a planted bug', () => {
  it('ends with the first run that it breaks', () => {
    const found = search(canary, wanted, ground({ 4: 'I4', 6: 'I5' }));
    expect(found).toMatchObject({ found: true, runs: 4, seed: 4, invariants: ['I4'], brokenAnyway: [] });
  });

  it('does not count what breaks without the bug as well, and goes on behind it', () => {
    const found = search(canary, wanted, ground({ 4: 'I10', 6: 'I5' }, { 4: 'I10' }));
    expect(found).toMatchObject({ found: true, runs: 6, seed: 6, invariants: ['I5'], brokenAnyway: [4] });
  });

  it('counts a run in which the bug breaks something else than what breaks without it', () => {
    expect(search(canary, wanted, ground({ 4: 'I4' }, { 4: 'I17' }))).toMatchObject({ found: true, seed: 4 });
  });

  it('says that the bug was missed when all runs are played', () => {
    expect(search(canary, wanted, ground({}))).toMatchObject({ found: false, runs: 10 });
    const confused = search(canary, wanted, ground({ 10: 'I10' }, { 10: 'I10' }));
    expect(confused).toMatchObject({ found: false, runs: 10, brokenAnyway: [10] });
  });
});
