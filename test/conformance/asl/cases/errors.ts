import type { JsonObject } from '../../../../rehearsal/asl/json';
import { failing, GUIDE, MISSING, only, sequence, SPEC, type Case } from '../case';

const RETRY = `${SPEC}#retrying-after-error`;
const CATCH = `${SPEC}#fallback-states`;
const ERRORS = `${GUIDE}/concepts-error-handling.html`;
const retrying = (retry: readonly JsonObject[]) => only(failing('Boom', { Retry: retry }));
const catching = (state: JsonObject) => sequence({ It: state, Caught: { Type: 'Succeed' } });
const toCaught = (error: string, more: JsonObject = {}) => ({ ErrorEquals: [error], Next: 'Caught', ...more });
const BOOM = { status: 'FAILED', error: 'Boom', cause: 'why' } as const;

const retries: readonly Case[] = [
  {
    it: 'waits IntervalSeconds, multiplied by BackoffRate at each retry, MaxAttempts times: 1 + 2 + 4 s',
    source: RETRY,
    definition: retrying([{ ErrorEquals: ['Boom'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 3 }]),
    ends: BOOM,
    seconds: 7,
  },
  {
    it: 'waits 1 s, then 2 s, then 4 s, and tries three times again where nothing else is said',
    source: RETRY,
    definition: retrying([{ ErrorEquals: ['Boom'] }]),
    ends: BOOM,
    seconds: 7,
  },
  {
    it: 'waits no longer than MaxDelaySeconds: 1 + 2 + 2 s',
    source: RETRY,
    definition: retrying([{ ErrorEquals: ['Boom'], IntervalSeconds: 1, BackoffRate: 3, MaxDelaySeconds: 2 }]),
    ends: BOOM,
    seconds: 5,
  },
  {
    it: 'waits anything between nothing and the delay with JitterStrategy FULL',
    source: RETRY,
    definition: retrying([
      { ErrorEquals: ['Boom'], IntervalSeconds: 2, BackoffRate: 1, MaxAttempts: 1, JitterStrategy: 'FULL' },
    ]),
    ends: BOOM,
    seconds: [0, 2],
    draw: 0.25,
  },
  {
    it: 'does not try again with MaxAttempts 0, and does not ask the next retrier',
    source: RETRY,
    definition: retrying([
      { ErrorEquals: ['Boom'], MaxAttempts: 0 },
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 5 },
    ]),
    ends: BOOM,
    seconds: 0,
  },
  {
    it: 'asks the first retrier that names the error',
    source: RETRY,
    definition: retrying([
      { ErrorEquals: ['Other'], IntervalSeconds: 5 },
      { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 1 },
    ]),
    ends: BOOM,
    seconds: 1,
  },
];

const catches: readonly Case[] = [
  {
    it: 'retries before it catches',
    source: CATCH,
    definition: catching(
      failing('Boom', { Retry: [{ ErrorEquals: ['Boom'], MaxAttempts: 1 }], Catch: [toCaught('Boom')] }),
    ),
    ends: { status: 'SUCCEEDED', output: { Error: 'Boom', Cause: 'why' } },
    seconds: 1,
  },
  {
    it: 'asks catchers in order, and the first that names the error decides',
    source: CATCH,
    definition: sequence({
      It: failing('Boom', { Catch: [toCaught('Boom'), { ErrorEquals: ['States.ALL'], Next: 'Other' }] }),
      Caught: { Type: 'Succeed' },
      Other: { Type: 'Fail', Error: 'Other' },
    }),
    ends: { status: 'SUCCEEDED' },
  },
  {
    it: 'puts error and cause where the catcher’s ResultPath says, into the input of the state',
    source: CATCH,
    definition: catching(failing('Boom', { Catch: [toCaught('States.ALL', { ResultPath: '$.error' })] })),
    input: { a: 1 },
    ends: { status: 'SUCCEEDED', output: { a: 1, error: { Error: 'Boom', Cause: 'why' } } },
  },
  {
    it: 'States.TaskFailed stands for the error of a function',
    source: ERRORS,
    definition: catching({
      Type: 'Task',
      Resource: MISSING,
      Catch: [toCaught('States.TaskFailed', { ResultPath: null })],
    }),
    input: { a: 1 },
    ends: { status: 'SUCCEEDED', output: { a: 1 } },
  },
  {
    it: 'an error that no catcher names ends the execution',
    source: CATCH,
    definition: catching(failing('Boom', { Catch: [toCaught('Bang')] })),
    ends: BOOM,
  },
  {
    it: 'a Fail says error and cause from its input with ErrorPath and CausePath',
    source: `${SPEC}#fail-state`,
    definition: only({ Type: 'Fail', ErrorPath: '$.e', CausePath: '$.c' }),
    input: { e: 'Boom', c: 'why' },
    ends: BOOM,
  },
];

/** Retry and Catch. */
export const errors: readonly Case[] = [...retries, ...catches];
