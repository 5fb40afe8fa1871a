import { arn, only } from '../../rehearsal/asl/perform';
import { GUIDE, PASS, refuses, SPEC, two, type Refusal } from '../../rehearsal/asl/refuse';

const task = { Type: 'Task', Resource: arn('f'), End: true };
const map = { Type: 'Map', ItemProcessor: { StartAt: 'Each', States: { Each: PASS } }, End: true };
const field = (state: object, name: string, value: unknown = '$.a'): Refusal => [
  name,
  only({ ...state, [name]: value }),
  name,
];
const resource = (name: string): Refusal => [name, only({ ...task, Resource: name }), name];

// Whatever the language has and our definitions do not use is refused by its name, and never ignored.

refuses(`${SPEC}#task-state`, [
  field(task, 'TimeoutSecondsPath'),
  field(task, 'HeartbeatSecondsPath'),
  field(task, 'Credentials', { RoleArn: 'arn:aws:iam::111122223333:role/other' }),
  resource('arn:aws:states:us-east-1:111122223333:activity:approve'),
  resource('arn:aws:states:::states:startExecution.sync:2'),
  resource('arn:aws:states:::dynamodb:updateItem'),
  resource('arn:aws:states:::aws-sdk:rds:failoverGlobalCluster'),
  resource('arn:aws:states:::http:invoke'),
]);

refuses(`${SPEC}#map-state`, [
  field(map, 'Iterator', { StartAt: 'Each', States: { Each: PASS } }),
  field(map, 'MaxConcurrencyPath'),
  field(map, 'ToleratedFailureCount', 1),
  field(map, 'ToleratedFailurePercentage', 10),
  field(map, 'ItemReader', {}),
  field(map, 'ItemBatcher', { MaxItemsPerBatch: 2 }),
  field(map, 'ResultWriter', {}),
  field(map, 'Label', 'steps'),
  field(map, 'Parameters', {}),
  [
    'DISTRIBUTED',
    only({ ...map, ItemProcessor: { ...map.ItemProcessor, ProcessorConfig: { Mode: 'DISTRIBUTED' } } }),
    'DISTRIBUTED',
  ],
]);

refuses(`${GUIDE}/transforming-data.html`, [
  field({ ...PASS }, 'QueryLanguage', 'JSONata'),
  field({ ...PASS }, 'Assign', { a: 1 }),
  field({ ...PASS }, 'Output', { a: 1 }),
  field(task, 'Arguments', { a: 1 }),
  field(map, 'Items', [1]),
  ['a variable', only({ ...PASS, InputPath: '$variable' }), '$variable'],
]);

refuses(`${GUIDE}/intrinsic-functions.html`, [
  ['States.Format', only({ ...PASS, Parameters: { 'a.$': "States.Format('{}', $.a)" } }), 'States.Format'],
  ['States.UUID', only({ ...PASS, Parameters: { 'a.$': 'States.UUID()' } }), 'States.UUID'],
]);

refuses(`${GUIDE}/state-choice.html`, [
  [
    'StringMatches',
    two({ Type: 'Choice', Choices: [{ Variable: '$.a', StringMatches: 'log-*', Next: 'Two' }] }),
    'StringMatches',
  ],
]);

refuses(`${GUIDE}/concepts-error-handling.html`, [
  [
    'States.HeartbeatTimeout, by which AWS calls no missed heartbeat',
    two({ ...task, Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Two' }] }),
    'States.HeartbeatTimeout',
  ],
]);
