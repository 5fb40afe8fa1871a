import { hearWitness } from '../../../lambdas/assessment/hear-witness';
import type { Opinion, Sighting, Vote } from '../../../lambdas/observation/vote';
import { quickstart } from '../../lib/synthesize';

const EAST = 'us-east-1';
const WEST = 'us-west-2';
const OHIO = 'us-east-2';
const NOW = Date.UTC(2026, 0, 6, 9);
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const plan = { ...quickstart, witness: { zone: 'Z1', record: 'witness.shop.example' } };

const sees = (says: Sighting['says'], region = EAST): Sighting => ({ region, says, since: ago(60) });
const failing = (...checks: string[]): Opinion => ({
  region: EAST,
  says: 'down',
  since: ago(100),
  because: 'fails',
  failing: checks,
});
const vote = (observer: string, secondsAgo: number, sighting?: Sighting, opinions: readonly Opinion[] = []): Vote => ({
  observer,
  generation: 1,
  at: ago(secondsAgo),
  opinions,
  lags: [],
  ...(sighting ? { witness: [sighting] } : {}),
});
const heard = (...votes: Vote[]) => hearWitness(plan, votes, { suspect: EAST, nowMs: NOW });
const word = (...votes: Vote[]) => heard(...votes)?.opinions[0]?.says;

it('S1 is one vote of its own, as old as the freshest sighting from outside the suspect', () => {
  expect(heard(vote(OHIO, 20, sees('healthy')), vote(WEST, 5, sees('down')), vote(EAST, 1, sees('healthy')))).toEqual({
    observer: 'dns-witness',
    generation: 0,
    at: ago(5),
    lags: [],
    opinions: [
      {
        region: EAST,
        says: 'down',
        since: ago(60),
        because: "Route 53's health checkers find home down, as us-west-2 reads it in DNS",
        failing: ['home'],
      },
    ],
  });
});

it('S1 does not believe what the suspect reads of itself', () => {
  expect(heard(vote(EAST, 1, sees('healthy')))?.opinions).toEqual([]);
});

it('S3 says nothing while nobody could read it, or of another Region only', () => {
  expect(heard(vote(OHIO, 5, sees('unknown')), vote(WEST, 5))?.opinions).toEqual([]);
  expect(heard(vote(OHIO, 5, sees('down', WEST)))?.opinions).toEqual([]);
});

it('S6 does not contradict a loss that a page cannot show', () => {
  expect(word(vote(OHIO, 5, sees('healthy'), [failing('order')]))).toBe('unknown');
});

it.each([
  ['misses the page as well', vote(WEST, 5, undefined, [failing('home', 'order')])],
  ['said so too long ago', vote(WEST, 46, undefined, [failing('order')])],
  ['is the suspect', vote(EAST, 5, undefined, [failing('order')])],
])('S15 says that the page answers to whoever %s', (_, other) => {
  expect(word(vote(OHIO, 5, sees('healthy')), other)).toBe('healthy');
});

it('has no vote in a plan without a witness', () => {
  const votes = [vote(WEST, 5, sees('down'))];
  expect(hearWitness(quickstart, votes, { suspect: EAST, nowMs: NOW })).toBeUndefined();
});
