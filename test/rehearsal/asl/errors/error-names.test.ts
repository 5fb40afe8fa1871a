import { task } from '../perform';
import { GUIDE, PASS, refuses, SPEC } from '../refuse';

const Catch = 'failover.States["One"].Catch[0]';
const Retry = 'failover.States["One"].Retry[0]';
const one = (more: object) => ({ StartAt: 'One', States: { One: task('f', more), Two: PASS } });
const caught = (...names: string[][]) => one({ Catch: names.map((each) => ({ ErrorEquals: each, Next: 'Two' })) });
const retried = (more: object) => one({ Next: 'Two', Retry: [{ ErrorEquals: ['X'], ...more }] });

refuses(`${SPEC}#fallback-states`, [
  ['States.ALL beside a name', caught(['X', 'States.ALL']), `${Catch}.ErrorEquals: States.ALL stands alone`],
  ['States.ALL before others', caught(['States.ALL'], ['X']), `${Catch}: States.ALL hides what follows it`],
  ['no names', caught([]), `${Catch}.ErrorEquals: must be a list, and not empty`],
  [
    'an unknown field',
    one({ Catch: [{ ErrorEquals: ['X'], Next: 'Two', Output: {} }] }),
    `${Catch}.Output: is not simulated`,
  ],
]);

refuses(`${GUIDE}/concepts-error-handling.html`, [
  ['a reserved name that is none', caught(['States.TaskFaild']), 'no Retry or Catch ever sees States.TaskFaild'],
  ['States.Runtime, which is never caught', caught(['States.Runtime']), 'no Retry or Catch ever sees States.Runtime'],
  [
    'a cap not above the interval',
    retried({ IntervalSeconds: 5, MaxDelaySeconds: 5 }),
    '5 is not more than IntervalSeconds',
  ],
  ['an unknown jitter', retried({ JitterStrategy: 'HALF' }), `${Retry}.JitterStrategy: "HALF" is not simulated`],
]);

refuses(`${SPEC}#retrying-after-error`, [
  ['an unknown field', retried({ Interval: 3 }), `${Retry}.Interval: is not simulated; allowed here are`],
  ['an interval of no time', retried({ IntervalSeconds: 0 }), `${Retry}.IntervalSeconds: 0 is not a whole number`],
  ['a shrinking backoff', retried({ BackoffRate: 0.5 }), `${Retry}.BackoffRate: 0.5 is not a number of at least 1`],
  ['fewer than no attempts', retried({ MaxAttempts: -1 }), `${Retry}.MaxAttempts: -1 is not a whole number`],
]);
