import type { JsonObject } from '../../../../rehearsal/asl/json';
import { GUIDE, only, sequence, SPEC, type Case } from '../case';

const MAP = `${GUIDE}/state-map-inline.html`;
const PARALLEL = `${SPEC}#parallel-state`;
const branch = (name: string, state: JsonObject): JsonObject => ({ StartAt: name, States: { [name]: { ...state } } });
const waiting = (name: string, seconds: number) => branch(name, { Type: 'Wait', Seconds: seconds, End: true });
const mapping = (state: JsonObject, more: JsonObject = {}): JsonObject => ({
  Type: 'Map',
  ItemProcessor: branch('One', state),
  ...more,
});
const second = { Type: 'Wait', Seconds: 1, End: true };
const three = ['a', 'b', 'c'];

const parallels: readonly Case[] = [
  {
    it: 'Parallel gives every branch the same input and answers in the order of the branches',
    source: PARALLEL,
    definition: only({
      Type: 'Parallel',
      Branches: [waiting('Slow', 1), branch('Fast', { Type: 'Pass', Result: 'fast', End: true })],
    }),
    input: { a: 1 },
    ends: { status: 'SUCCEEDED', output: [{ a: 1 }, 'fast'] },
    seconds: 1,
  },
  {
    it: 'Parallel runs its branches at the same time',
    source: PARALLEL,
    definition: only({ Type: 'Parallel', Branches: [waiting('A', 2), waiting('B', 2)], ResultPath: null }),
    input: { a: 1 },
    ends: { status: 'SUCCEEDED', output: { a: 1 } },
    seconds: 2,
  },
  {
    it: 'Parallel fails with the first branch that fails, and stops the others',
    source: PARALLEL,
    definition: only({
      Type: 'Parallel',
      Branches: [waiting('Slow', 10), branch('Bad', { Type: 'Fail', Error: 'Boom', Cause: 'why' })],
    }),
    ends: { status: 'FAILED', error: 'Boom', cause: 'why' },
    seconds: 0,
  },
];

const maps: readonly Case[] = [
  {
    it: 'Map answers in the order of the items',
    source: MAP,
    definition: only(mapping({ Type: 'Pass', End: true }, { ItemsPath: '$.items', ResultPath: '$.done' })),
    input: { items: three },
    ends: { status: 'SUCCEEDED', output: { items: three, done: three } },
  },
  {
    it: 'Map runs all items at the same time with MaxConcurrency 0',
    source: MAP,
    definition: only(mapping(second, { MaxConcurrency: 0 })),
    input: three,
    ends: { status: 'SUCCEEDED', output: three },
    seconds: 1,
  },
  {
    it: 'Map runs one item after the other with MaxConcurrency 1',
    source: MAP,
    definition: only(mapping(second, { MaxConcurrency: 1 })),
    input: three,
    ends: { status: 'SUCCEEDED', output: three },
    seconds: 3,
  },
  {
    it: 'Map takes the next item as soon as one is done',
    source: MAP,
    definition: only(mapping({ Type: 'Wait', SecondsPath: '$', End: true }, { MaxConcurrency: 2 })),
    input: [3, 1, 1, 1],
    ends: { status: 'SUCCEEDED', output: [3, 1, 1, 1] },
    seconds: 3,
  },
  {
    it: 'Map of no items answers an empty list',
    source: MAP,
    definition: only(mapping(second)),
    input: [],
    ends: { status: 'SUCCEEDED', output: [] },
  },
  {
    it: 'Map tolerates no failure: the first fails it and stops the others',
    source: MAP,
    definition: only({
      Type: 'Map',
      ItemProcessor: sequence({
        'Bad?': { Type: 'Choice', Choices: [{ Variable: '$', StringEquals: 'b', Next: 'Bad' }], Default: 'Wait' },
        Wait: { Type: 'Wait', Seconds: 10, End: true },
        Bad: { Type: 'Fail', Error: 'Boom', Cause: 'why' },
      }),
    }),
    input: three,
    ends: { status: 'FAILED', error: 'Boom', cause: 'why' },
    seconds: 0,
  },
  {
    it: 'an iteration that catches its own failure lets the others finish',
    source: MAP,
    definition: only({
      Type: 'Map',
      ItemProcessor: sequence({
        Try: {
          Type: 'Parallel',
          Branches: [branch('Bad', { Type: 'Fail', Error: 'Boom', Cause: 'why' })],
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Ended' }],
        },
        Ended: { Type: 'Pass' },
      }),
    }),
    input: three,
    ends: { status: 'SUCCEEDED', output: three },
  },
  {
    it: 'Map over what is no list ends the execution with States.Runtime',
    source: MAP,
    definition: only(mapping(second, { ItemsPath: '$.items' })),
    input: { items: 'a' },
    ends: { status: 'FAILED', error: 'States.Runtime' },
    moto: {
      says: { status: 'FAILED', error: 'States.QueryEvaluationError' },
      because: 'uses the name that belongs to JSONata',
    },
  },
];

/** Parallel and Map states. */
export const branches: readonly Case[] = [...parallels, ...maps];
