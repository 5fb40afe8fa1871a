import type { JsonObject } from '../../../../rehearsal/asl/json';
import { only, perform } from '../perform';

const TRANSITION_MS = 4;
const wait = (how: JsonObject, input: JsonObject = {}) => perform(only({ Type: 'Wait', End: true, ...how }), { input });

it.each([
  ['Seconds', { Seconds: 90 }, {}, 90_000],
  ['as many Seconds as the language allows, three years', { Seconds: 99_999_999 }, {}, 99_999_999_000],
  ['no Seconds at all', { Seconds: 0 }, {}, 0],
  ['SecondsPath', { SecondsPath: '$.progress.againInSeconds' }, { progress: { againInSeconds: 10 } }, 10_000],
  ['Timestamp', { Timestamp: '2026-01-06T09:01:00Z' }, {}, 60_000 - TRANSITION_MS],
  ['TimestampPath', { TimestampPath: '$.until' }, { until: '2026-01-06T11:00:30+02:00' }, 30_000 - TRANSITION_MS],
  ['a Timestamp that has passed', { Timestamp: '2025-01-06T09:01:00Z' }, {}, 0],
])('waits for %s and passes its input on', async (_, how, input, ms) => {
  const { ending, tookMs, timersLeft } = await wait(how, input);
  expect(ending).toMatchObject({ status: 'SUCCEEDED', output: input });
  expect(tookMs).toBe(TRANSITION_MS + ms);
  expect(timersLeft).toBe(0);
});

it.each([
  ['text', { SecondsPath: '$.s' }, { s: '10' }],
  ['half seconds', { SecondsPath: '$.s' }, { s: 0.5 }],
  ['negative seconds', { SecondsPath: '$.s' }, { s: -1 }],
  ['nothing', { SecondsPath: '$.s' }, {}],
  ['a time that is none', { TimestampPath: '$.s' }, { s: 'tomorrow' }],
])('fails the execution where the path leads to %s', async (_, how, input) => {
  expect((await wait(how, input)).ending).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
});
