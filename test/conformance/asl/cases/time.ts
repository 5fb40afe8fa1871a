import type { JsonObject } from '../../../../rehearsal/asl/json';
import { ECHO, GUIDE, only, sequence, SPEC, type Case } from '../case';

const WAIT = `${SPEC}#wait-state`;
const TOKEN = `${GUIDE}/connect-to-resource.html#connect-wait-token`;
const TIMEOUTS = `${SPEC}#timeouts-and-heartbeats`;
const SUCCEEDED = { status: 'SUCCEEDED' } as const;

const asking = (more: JsonObject = {}): JsonObject => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Parameters: { FunctionName: ECHO, Payload: { 'token.$': '$$.Task.Token' } },
  ...more,
});
const caught = (state: JsonObject, error: string) =>
  sequence({
    It: { ...state, Catch: [{ ErrorEquals: [error], ResultPath: null, Next: 'Caught' }] },
    Caught: { Type: 'Succeed' },
  });

const waits: readonly Case[] = [
  { it: 'waits Seconds', source: WAIT, definition: only({ Type: 'Wait', Seconds: 2 }), ends: SUCCEEDED, seconds: 2 },
  {
    it: 'waits as many seconds as SecondsPath finds',
    source: WAIT,
    definition: only({ Type: 'Wait', SecondsPath: '$.s' }),
    input: { s: 2 },
    ends: { status: 'SUCCEEDED', output: { s: 2 } },
    seconds: 2,
  },
  {
    it: 'does not wait for a Timestamp that has passed',
    source: WAIT,
    definition: only({ Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z' }),
    ends: SUCCEEDED,
    seconds: 0,
  },
  {
    it: 'does not wait for what TimestampPath finds, where that has passed',
    source: WAIT,
    definition: only({ Type: 'Wait', TimestampPath: '$.t' }),
    input: { t: '2020-01-01T00:00:00Z' },
    ends: SUCCEEDED,
    seconds: 0,
  },
  {
    it: 'an execution ends TIMED_OUT after TimeoutSeconds',
    source: `${SPEC}#toplevelfields`,
    definition: { ...only({ Type: 'Wait', Seconds: 30 }), TimeoutSeconds: 2 },
    ends: { status: 'TIMED_OUT' },
    seconds: 2,
  },
];

const tokens: readonly Case[] = [
  {
    it: 'a task waits for its token and ends with the output that comes with it, not with the function’s answer',
    source: TOKEN,
    definition: only(asking()),
    answer: { afterSeconds: 1, output: { says: 'yes' } },
    ends: { status: 'SUCCEEDED', output: { says: 'yes' } },
    seconds: 1,
  },
  {
    it: 'a task fails as the token says',
    source: TOKEN,
    definition: only(asking()),
    answer: { afterSeconds: 0, fails: { error: 'Declined', cause: 'not tonight' } },
    ends: { status: 'FAILED', error: 'Declined', cause: 'not tonight' },
    moto: { says: { status: 'FAILED', error: 'Declined' }, because: 'loses the cause' },
  },
  {
    it: 'States.TaskFailed stands for the failure that comes with a token',
    source: `${GUIDE}/concepts-error-handling.html`,
    definition: caught(asking(), 'States.TaskFailed'),
    answer: { afterSeconds: 0, fails: { error: 'Declined', cause: 'not tonight' } },
    ends: SUCCEEDED,
  },
  {
    it: 'a task ends with States.Timeout after TimeoutSeconds',
    source: TIMEOUTS,
    definition: only(asking({ TimeoutSeconds: 2 })),
    ends: { status: 'FAILED', error: 'States.Timeout' },
    seconds: 2,
  },
  {
    it: 'States.TaskFailed does not stand for States.Timeout',
    source: `${GUIDE}/concepts-error-handling.html`,
    definition: caught(asking({ TimeoutSeconds: 1 }), 'States.TaskFailed'),
    ends: { status: 'FAILED', error: 'States.Timeout' },
  },
  {
    it: 'States.ALL stands for States.Timeout',
    source: `${GUIDE}/concepts-error-handling.html`,
    definition: caught(asking({ TimeoutSeconds: 1 }), 'States.ALL'),
    ends: SUCCEEDED,
    seconds: 1,
  },
  {
    it: 'a task without a heartbeat for HeartbeatSeconds fails before its time-out',
    source: TIMEOUTS,
    definition: caught(asking({ HeartbeatSeconds: 1, TimeoutSeconds: 30 }), 'States.Timeout'),
    ends: SUCCEEDED,
    seconds: 1,
  },
  {
    it: 'a missed heartbeat is called States.Timeout and has no cause, as recorded from AWS',
    source:
      'https://github.com/localstack/localstack/blob/main/tests/aws/services/stepfunctions/v2/timeouts/test_heartbeats.snapshot.json',
    definition: only(asking({ HeartbeatSeconds: 1, TimeoutSeconds: 30 })),
    ends: { status: 'FAILED', error: 'States.Timeout' },
    seconds: 1,
  },
  {
    it: 'a token is tried again with the task',
    source: TOKEN,
    definition: only(asking({ TimeoutSeconds: 1, Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }] })),
    ends: { status: 'FAILED', error: 'States.Timeout' },
    seconds: 3,
    moto: { says: { status: 'FAILED', error: 'States.Timeout' }, because: 'ends the second attempt early' },
  },
];

/** Waiting, time-outs, heartbeats and task tokens. */
export const time: readonly Case[] = [...waits, ...tokens];
