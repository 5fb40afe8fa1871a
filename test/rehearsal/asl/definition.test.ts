import { parseDefinition } from '../../../rehearsal/asl/definition';
import { only, task } from './perform';
import { GUIDE, PASS, refuses, SPEC } from './refuse';

const It = 'failover.States["It"]';
const branch = (state: object) => ({
  Type: 'Parallel',
  End: true,
  Branches: [{ StartAt: 'In', States: { In: state } }],
});
const iterate = (more: object) => ({
  Type: 'Map',
  End: true,
  ItemProcessor: { StartAt: 'In', States: { In: PASS } },
  ...more,
});
const distributed = { StartAt: 'In', States: { In: PASS }, ProcessorConfig: { Mode: 'DISTRIBUTED' } };

refuses(`${SPEC}#toplevelfields`, [
  ['text that is not JSON', '{', 'failover: the definition is not JSON'],
  ['something else than an object', '[]', 'failover: [] is not an object'],
  ['a machine without StartAt', { States: { It: PASS } }, 'failover: StartAt is missing'],
  [
    'states in a list',
    { StartAt: 'It', States: [PASS] },
    'failover.States: [{"Type":"Pass","End":true}] is not an object',
  ],
  ['an unknown field', { ...only(PASS), Timeout: 3 }, 'failover.Timeout: is not simulated; allowed here are'],
  ['an unknown version', { ...only(PASS), Version: '2.0' }, 'failover.Version: "2.0" is not simulated; allowed is 1.0'],
]);

refuses(`${SPEC}#state-type-table`, [
  [
    'an unknown field',
    only({ ...PASS, ResultPaht: '$.a' }),
    `${It}.ResultPaht: is not simulated; allowed here are Type`,
  ],
  ['an unknown type', only({ Type: 'Loop' }), `${It}.Type: "Loop" is not simulated; allowed is Task or Choice or`],
  ["another type's field", only({ Type: 'Succeed', End: true }), `${It}.End: is not simulated; allowed here are Type`],
  [
    'a field inside a branch',
    only(branch({ ...PASS, Retry: [] })),
    `${It}.Branches[0].States["In"].Retry: is not simulated`,
  ],
]);

refuses(`${GUIDE}/transforming-data.html`, [
  ['JSONata', { QueryLanguage: 'JSONata', ...only(PASS) }, 'failover.QueryLanguage: "JSONata" is not simulated'],
  [
    'JSONata in one state',
    only({ ...PASS, QueryLanguage: 'JSONata' }),
    `${It}.QueryLanguage: "JSONata" is not simulated`,
  ],
  ['variables', only({ ...PASS, Assign: { a: 1 } }), `${It}.Assign: is not simulated`],
]);

refuses(`${GUIDE}/state-task.html`, [
  [
    'a service',
    only(task('f', { Resource: 'arn:aws:states:::sns:publish' })),
    'allowed are the ARN of a Lambda function, arn:aws:states:::lambda:invoke and',
  ],
  ['a heartbeat', only(task('f', { HeartbeatSeconds: 3 })), `${It}.HeartbeatSeconds: is not simulated`],
  ['no time', only(task('f', { TimeoutSeconds: 0 })), `${It}.TimeoutSeconds: 0 is not a whole number of at least 1`],
  ['part of a second', only(task('f', { TimeoutSeconds: 1.5 })), `${It}.TimeoutSeconds: 1.5 is not a whole number`],
]);

refuses(`${GUIDE}/state-wait.html`, [
  [
    'two times',
    only({ Type: 'Wait', End: true, Seconds: 1, SecondsPath: '$.a' }),
    `${It}: has Seconds and SecondsPath`,
  ],
  ['no time', only({ Type: 'Wait', End: true }), `${It}: needs one of Seconds, SecondsPath, Timestamp, TimestampPath`],
  [
    'a date',
    only({ Type: 'Wait', End: true, Timestamp: '2026-01-06' }),
    `${It}.Timestamp: "2026-01-06" is not an RFC 3339 timestamp`,
  ],
]);

refuses(`${GUIDE}/state-fail.html`, [
  ['a failure without a name', only({ Type: 'Fail', Cause: 'why' }), `${It}: needs one of Error, ErrorPath`],
  ['two causes', only({ Type: 'Fail', Error: 'E', Cause: 'c', CausePath: '$.c' }), `${It}: has Cause and CausePath`],
]);

refuses(`${GUIDE}/state-map-inline.html`, [
  [
    'distribution',
    only(iterate({ ItemProcessor: distributed })),
    `${It}.ItemProcessor.ProcessorConfig.Mode: "DISTRIBUTED"`,
  ],
  ['tolerated failures', only(iterate({ ToleratedFailureCount: 1 })), `${It}.ToleratedFailureCount: is not simulated`],
  ['the old Iterator', only({ Type: 'Map', End: true, Iterator: only(PASS) }), `${It}: ItemProcessor is missing`],
]);

it('accepts what may stand beside the states: comments, the version, a time-out, and JSONPath by name', () => {
  const definition = {
    QueryLanguage: 'JSONPath',
    Comment: 'c',
    Version: '1.0',
    TimeoutSeconds: 60,
    ...only({ ...PASS, Comment: 'c', QueryLanguage: 'JSONPath' }),
  };
  expect(parseDefinition(JSON.stringify(definition), 'failover').timeoutSeconds).toBe(60);
});
