import { durationInWords } from '../../../../lambdas/evidence/report/words';

describe('durationInWords', () => {
  it.each([
    [0, '0 s'],
    [0.01, '0.1 s'],
    [0.1 + 0.2, '0.3 s'],
    [9.95, '10 s'],
    [59.2, '1 min'],
    [82.233, '1 min 23 s'],
    [428.983, '7 min 9 s'],
    [900, '15 min'],
    [3599.5, '1 h'],
    [7261, '2 h 2 min'],
  ])('S31 rounds %d s up to %s, never down', (seconds, words) => {
    expect(durationInWords(seconds).replaceAll('\u00a0', ' ')).toBe(words);
  });
});
