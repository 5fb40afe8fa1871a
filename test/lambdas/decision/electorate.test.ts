import { count, isFresh } from '../../../lambdas/decision/electorate';
import { vote } from './facts-of-a-loss';

it.each([
  [45, true],
  [45.1, false],
  [1, true],
  [-2, true],
  [-2.1, false],
])('S1 S11 hears a vote that is %d s old: %s, because clocks differ by two seconds at most', (ageSeconds, fresh) => {
  expect(isFresh({ ageSeconds })).toBe(fresh);
});

it('S1 S2 S3 counts fresh words of down and healthy, and neither the suspect’s nor those of who does not know', () => {
  const [down, healthy] = [vote('a', 'down'), vote('b', 'healthy')];
  const others = [vote('c', 'unknown'), vote('d', 'abstains'), vote('suspect', 'down'), vote('suspect', 'healthy')];
  expect(count({ votes: [down, healthy, ...others], suspect: 'suspect' })).toEqual({
    down: [down],
    healthy: [healthy],
  });
});
