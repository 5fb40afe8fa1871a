import { ECHO, GUIDE, only, sequence, type Case } from '../case';

const CONTEXT = `${GUIDE}/input-output-contextobject.html`;

/** What stands behind `$$`. */
export const contextObject: readonly Case[] = [
  {
    it: 'tells the name and the input of the execution, also after the input has gone',
    source: CONTEXT,
    definition: sequence({
      Forget: { Type: 'Pass', Result: {} },
      It: { Type: 'Pass', Parameters: { 'run.$': '$$.Execution.Name', 'a.$': '$$.Execution.Input.a' } },
    }),
    input: { a: 1 },
    ends: { status: 'SUCCEEDED', output: { run: 'run-1', a: 1 } },
  },
  {
    it: 'tells the name of the state',
    source: CONTEXT,
    definition: only({ Type: 'Pass', Parameters: { 'state.$': '$$.State.Name' } }),
    ends: { status: 'SUCCEEDED', output: { state: 'It' } },
  },
  {
    it: 'tells an iteration its item and its index, counted from 0',
    source: CONTEXT,
    definition: only({
      Type: 'Map',
      ItemsPath: '$.items',
      ItemSelector: { 'item.$': '$$.Map.Item.Value', 'index.$': '$$.Map.Item.Index', 'all.$': '$.name' },
      ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } },
    }),
    input: { items: ['a', 'b'], name: 'n' },
    ends: {
      status: 'SUCCEEDED',
      output: [
        { item: 'a', index: 0, all: 'n' },
        { item: 'b', index: 1, all: 'n' },
      ],
    },
  },
  {
    it: 'is seen by Parameters as RFC 3339 times',
    source: CONTEXT,
    definition: sequence({
      It: { Type: 'Pass', Parameters: { 'at.$': '$$.Execution.StartTime', 'entered.$': '$$.State.EnteredTime' } },
      Times: {
        Type: 'Choice',
        Choices: [{ And: [isTime('$.at'), isTime('$.entered')], Next: 'Yes' }],
        Default: 'No',
      },
      Yes: { Type: 'Succeed' },
      No: { Type: 'Fail', Error: 'NoTime' },
    }),
    ends: { status: 'SUCCEEDED' },
    moto: { says: { status: 'FAILED', error: 'NoTime' }, because: 'knows no timestamp with a fraction of a second' },
  },
  {
    it: 'has a token only in a task that waits for one',
    source: `${GUIDE}/connect-to-resource.html#connect-wait-token`,
    definition: only({ Type: 'Task', Resource: ECHO, Parameters: { 'token.$': '$$.Task.Token' } }),
    ends: { status: 'FAILED', error: 'States.Runtime' },
  },
];

function isTime(path: string) {
  return { Variable: path, IsTimestamp: true };
}
