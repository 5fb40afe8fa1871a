import { ECHO, GUIDE, only, sequence, SPEC, type Case } from '../case';

const FILTERS = `${SPEC}#filters`;
const input = { a: { b: 1 }, list: [1, 2] };
const succeeds = (output: Case['ends']['output']) => ({ status: 'SUCCEEDED', output }) as const;

/** InputPath, Parameters, ResultSelector, ResultPath, OutputPath, and what paths find. */
export const dataFlow: readonly Case[] = [
  {
    it: 'a Task without any of the fields gets the input and passes its result on',
    source: FILTERS,
    definition: only({ Type: 'Task', Resource: ECHO }),
    input,
    ends: succeeds(input),
  },
  {
    it: 'InputPath selects what the state works on, and what its result is merged into stays whole',
    source: FILTERS,
    definition: only({ Type: 'Task', Resource: ECHO, InputPath: '$.a', ResultPath: '$.result' }),
    input,
    ends: succeeds({ ...input, result: { b: 1 } }),
  },
  {
    it: 'InputPath null gives the state an empty object',
    source: FILTERS,
    definition: only({ Type: 'Task', Resource: ECHO, InputPath: null }),
    input,
    ends: succeeds({}),
  },
  {
    it: 'OutputPath null ends the state with an empty object',
    source: FILTERS,
    definition: only({ Type: 'Pass', OutputPath: null }),
    input,
    ends: succeeds({}),
  },
  {
    it: 'OutputPath selects from what ResultPath made',
    source: FILTERS,
    definition: only({ Type: 'Pass', Result: 7, ResultPath: '$.a.c', OutputPath: '$.a' }),
    input,
    ends: succeeds({ b: 1, c: 7 }),
  },
  {
    it: 'ResultPath null throws the result away',
    source: FILTERS,
    definition: only({ Type: 'Pass', Result: 7, ResultPath: null }),
    input,
    ends: succeeds(input),
  },
  {
    it: 'ResultPath makes the objects that are missing on its way',
    source: `${SPEC}#reference-paths`,
    definition: only({ Type: 'Pass', Result: 7, ResultPath: '$.x.y.z' }),
    input: {},
    ends: succeeds({ x: { y: { z: 7 } } }),
  },
  {
    it: 'Parameters replace fields that end in .$, at any depth, and leave the others alone',
    source: `${SPEC}#payload-template`,
    definition: only({
      Type: 'Pass',
      Parameters: { 'b.$': '$.a.b', deep: { 'first.$': '$.list[0]', literal: '$.a' }, list: [{ 'all.$': '$.list' }] },
    }),
    input,
    ends: succeeds({ b: 1, deep: { first: 1, literal: '$.a' }, list: [{ all: [1, 2] }] }),
  },
  {
    it: 'ResultSelector shapes the result before ResultPath places it',
    source: `${SPEC}#using-result-selector`,
    definition: only({
      Type: 'Task',
      Resource: ECHO,
      InputPath: '$.a',
      ResultSelector: { 'kept.$': '$.b' },
      ResultPath: '$.result',
    }),
    input,
    ends: succeeds({ ...input, result: { kept: 1 } }),
  },
  {
    it: 'a path that finds nothing ends the execution with States.Runtime, whatever there is to catch it',
    source: `${GUIDE}/concepts-error-handling.html`,
    definition: sequence({
      It: {
        Type: 'Task',
        Resource: ECHO,
        Parameters: { 'x.$': '$.nowhere' },
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
        Next: 'Caught',
      },
      Caught: { Type: 'Succeed' },
    }),
    input,
    ends: { status: 'FAILED', error: 'States.Runtime' },
    moto: { says: { status: 'SUCCEEDED' }, because: 'takes it for an error of the task, which can be caught' },
  },
  {
    it: 'a Pass with a Result ignores what it was given, and Succeed passes on what it selects',
    source: `${SPEC}#pass-state`,
    definition: sequence({ Given: { Type: 'Pass', Result: { c: [3] } }, Done: { Type: 'Succeed', InputPath: '$.c' } }),
    input,
    ends: succeeds([3]),
  },
  {
    it: 'an explicit null is found by a path and is not taken for nothing',
    source: `${SPEC}#paths`,
    definition: only({ Type: 'Pass', Parameters: { 'n.$': '$.n' } }),
    input: { n: null },
    ends: succeeds({ n: null }),
  },
];
