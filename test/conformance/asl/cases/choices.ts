import type { Json, JsonObject } from '../../../../rehearsal/asl/json';
import { GUIDE, sequence, SPEC, type Case } from '../case';

const SOURCE = `${SPEC}#data-test-expression`;
const STATES = { Yes: { Type: 'Succeed' }, No: { Type: 'Fail', Error: 'No' } };
const choosing = (...rules: readonly JsonObject[]): JsonObject =>
  sequence({
    It: { Type: 'Choice', Choices: rules.map((rule) => ({ ...rule, Next: 'Yes' })), Default: 'No' },
    ...STATES,
  });

const YES = { status: 'SUCCEEDED' } as const;
const NO = { status: 'FAILED', error: 'No' } as const;
const EARLY = '2026-01-06T09:00:00Z';
const LATE = '2026-01-06T10:00:00Z';

/** What each comparison says of a value: the operator, its operand, what it holds for, and what it does not. */
const comparisons: readonly (readonly [operator: string, operand: Json, holdsFor: Json, not: Json])[] = [
  ['StringEquals', 'proceed', 'proceed', 'hold'],
  ['StringLessThan', 'b', 'a', 'b'],
  ['StringLessThanEquals', 'b', 'b', 'c'],
  ['StringGreaterThan', 'b', 'c', 'b'],
  ['StringGreaterThanEquals', 'b', 'b', 'a'],
  ['NumericEquals', 2, 2.0, '2'],
  ['NumericLessThan', 2, 1.5, 2],
  ['NumericLessThanEquals', 2, 2, 3],
  ['NumericGreaterThan', 2, 3, 2],
  ['NumericGreaterThanEquals', 2, 2, 1],
  ['BooleanEquals', true, true, 'true'],
  ['TimestampEquals', EARLY, EARLY, LATE],
  ['TimestampLessThan', LATE, EARLY, LATE],
  ['TimestampLessThanEquals', LATE, LATE, '2026-01-07T09:00:00Z'],
  ['TimestampGreaterThan', EARLY, LATE, EARLY],
  ['TimestampGreaterThanEquals', EARLY, EARLY, '2026-01-05T09:00:00Z'],
  ['IsNull', true, null, 0],
  ['IsString', true, '', 0],
  ['IsNumeric', true, 0, '0'],
  ['IsBoolean', true, false, 'false'],
  ['IsTimestamp', true, EARLY, '2026-01-06'],
];

const compared = comparisons.flatMap(([operator, operand, holdsFor, not]): Case[] => {
  const definition = choosing({ Variable: '$.v', [operator]: operand });
  return [
    {
      it: `${operator} ${String(operand)} holds for ${JSON.stringify(holdsFor)}`,
      source: SOURCE,
      definition,
      input: { v: holdsFor },
      ends: YES,
    },
    {
      it: `${operator} ${String(operand)} does not hold for ${JSON.stringify(not)}`,
      source: SOURCE,
      definition,
      input: { v: not },
      ends: NO,
    },
  ];
});

const wanted = { Variable: '$.v', NumericGreaterThan: 1 };
const small = { Variable: '$.v', NumericLessThan: 5 };

/** Choice states. */
export const choices: readonly Case[] = [
  ...compared,
  {
    it: 'IsPresent true holds for null',
    source: SOURCE,
    definition: choosing({ Variable: '$.v', IsPresent: true }),
    input: { v: null },
    ends: YES,
  },
  {
    it: 'IsPresent true does not hold for what is not there',
    source: SOURCE,
    definition: choosing({ Variable: '$.v', IsPresent: true }),
    input: {},
    ends: NO,
  },
  {
    it: 'timestamps are compared as times, whatever their offset and their fractions',
    source: `${SPEC}#timestamps`,
    definition: choosing({ Variable: '$.v', TimestampEquals: '2026-01-06T09:00:00.500Z' }),
    input: { v: '2026-01-06T10:00:00.5+01:00' },
    ends: YES,
    moto: { says: NO, because: 'knows no timestamp with an offset or a fraction of a second' },
  },
  {
    it: 'a comparison with …Path reads its operand from the input',
    source: SOURCE,
    definition: choosing({ Variable: '$.v', StringEqualsPath: '$.w' }),
    input: { v: 'a', w: 'a' },
    ends: YES,
  },
  {
    it: 'And needs all of its rules',
    source: SOURCE,
    definition: choosing({ And: [wanted, small] }),
    input: { v: 7 },
    ends: NO,
  },
  {
    it: 'Or needs one of its rules',
    source: SOURCE,
    definition: choosing({ Or: [wanted, small] }),
    input: { v: 7 },
    ends: YES,
  },
  { it: 'Not turns its rule round', source: SOURCE, definition: choosing({ Not: small }), input: { v: 7 }, ends: YES },
  {
    it: 'the first rule that holds decides',
    source: `${SPEC}#choice-state`,
    definition: sequence({
      It: {
        Type: 'Choice',
        Choices: [
          { ...wanted, Next: 'No' },
          { ...small, Next: 'Yes' },
        ],
        Default: 'Yes',
      },
      ...STATES,
    }),
    input: { v: 3 },
    ends: NO,
  },
  {
    it: 'without a match and without Default, the execution fails, and the error is States.Runtime',
    source: `${GUIDE}/concepts-error-handling.html`,
    definition: sequence({ It: { Type: 'Choice', Choices: [{ ...wanted, Next: 'Yes' }] }, Yes: { Type: 'Succeed' } }),
    input: { v: 0 },
    ends: { status: 'FAILED', error: 'States.Runtime' },
  },
  {
    it: 'a Variable that is not there ends the execution with States.Runtime',
    source: `${GUIDE}/concepts-error-handling.html`,
    definition: choosing(wanted),
    input: {},
    ends: { status: 'FAILED', error: 'States.Runtime' },
    moto: { says: NO, because: 'takes it for a comparison that does not hold' },
  },
  {
    it: 'the input passes through unchanged',
    source: `${SPEC}#choice-state`,
    definition: choosing(wanted),
    input: { v: 2, w: [1] },
    ends: { status: 'SUCCEEDED', output: { v: 2, w: [1] } },
  },
];
