import type { JsonObject } from '../../../../rehearsal/asl/json';
import { perform } from '../perform';

const branching = (rule: JsonObject): JsonObject => ({
  StartAt: 'Which?',
  States: {
    'Which?': { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No' },
    Yes: { Type: 'Pass', Result: 'yes', End: true },
    No: { Type: 'Pass', Result: 'no', End: true },
  },
});

const asks = async (rule: JsonObject, input: JsonObject) => (await perform(branching(rule), { input })).ending;

const early = '2026-01-06T09:00:00Z';
const late = '2026-01-06T10:00:00Z';

// Each row: the comparison, its literal, a value for which it holds and one for which it does not.
// https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html
const table: readonly (readonly [string, string | number | boolean, unknown, unknown])[] = [
  ['StringEquals', 'b', 'b', 'a'],
  ['StringLessThan', 'b', 'a', 'b'],
  ['StringLessThanEquals', 'b', 'b', 'c'],
  ['StringGreaterThan', 'b', 'c', 'b'],
  ['StringGreaterThanEquals', 'b', 'b', 'a'],
  ['NumericEquals', 2, 2, 1],
  ['NumericLessThan', 10, 9, 10],
  ['NumericLessThanEquals', 2, 2, 3],
  ['NumericGreaterThan', 9, 10, 9],
  ['NumericGreaterThanEquals', 2, 2, 1],
  ['TimestampEquals', early, '2026-01-06T11:00:00+02:00', late],
  ['TimestampLessThan', late, early, late],
  ['TimestampLessThanEquals', late, late, '2026-01-06T10:00:01Z'],
  ['TimestampGreaterThan', early, late, early],
  ['TimestampGreaterThanEquals', early, early, '2026-01-06T08:59:59Z'],
  ['BooleanEquals', true, true, false],
];

describe.each(table)('%s', (comparison, literal, holds, fails) => {
  it('compares with a literal and with what stands at a path', async () => {
    for (const [value, answer] of [
      [holds, 'yes'],
      [fails, 'no'],
    ] as const) {
      const input = { value, literal } as JsonObject;
      expect(await asks({ Variable: '$.value', [comparison]: literal }, input)).toMatchObject({ output: answer });
      expect(await asks({ Variable: '$.value', [`${comparison}Path`]: '$.literal' }, input)).toMatchObject({
        output: answer,
      });
    }
  });

  it('does not hold for a value of another kind, and does not fail either', async () => {
    for (const value of [null, [], {}, typeof literal === 'string' ? 7 : 'text']) {
      expect(await asks({ Variable: '$.value', [comparison]: literal }, { value })).toMatchObject({ output: 'no' });
    }
  });
});

const kinds: readonly (readonly [string, unknown, unknown])[] = [
  ['IsPresent', null, undefined],
  ['IsNull', null, 0],
  ['IsBoolean', false, 'false'],
  ['IsNumeric', 0, '0'],
  ['IsString', '', 0],
  ['IsTimestamp', early, 'soon'],
];

it.each(kinds)('%s holds for its kind, and with false for all others', async (test, its, other) => {
  const given = (value: unknown) => (value === undefined ? {} : { value }) as JsonObject;
  expect(await asks({ Variable: '$.value', [test]: true }, given(its))).toMatchObject({ output: 'yes' });
  expect(await asks({ Variable: '$.value', [test]: true }, given(other))).toMatchObject({ output: 'no' });
  expect(await asks({ Variable: '$.value', [test]: false }, given(its))).toMatchObject({ output: 'no' });
  expect(await asks({ Variable: '$.value', [test]: false }, given(other))).toMatchObject({ output: 'yes' });
});

const a = { Variable: '$.a', BooleanEquals: true };
const b = { Variable: '$.b', BooleanEquals: true };
const truths = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const;

it.each(truths)('combines a=%p and b=%p with And, Or and Not', async (isA, isB) => {
  const input = { a: isA, b: isB };
  const answers = async (rule: JsonObject) => (await asks(rule, input)).output === 'yes';
  expect(await answers({ And: [a, b] })).toBe(isA && isB);
  expect(await answers({ Or: [a, b] })).toBe(isA || isB);
  expect(await answers({ Not: a })).toBe(!isA);
  expect(await answers({ And: [{ Not: a }, { Or: [a, b] }] })).toBe(!isA && isB);
});

it('fails the execution where a variable is missing that is not asked for its presence', async () => {
  expect(await asks({ Variable: '$.value', StringEquals: 'a' }, {})).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: expect.stringContaining("The JSONPath '$.value' specified for the field 'Variable' could not be found"),
  });
});
