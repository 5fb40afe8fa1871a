import { tellCondition } from '../../../rehearsal/definitions/condition';

it.each([
  [{ Variable: '$.verdict.says', StringEquals: 'wait', Next: 'Wait' }, 'verdict.says = wait'],
  [{ Variable: '$.lead.led', BooleanEquals: true }, 'lead.led'],
  [{ Variable: '$.lead.led', BooleanEquals: false }, 'not lead.led'],
  [{ Variable: '$.move', IsPresent: false }, 'move is not present'],
  [{ Variable: '$.tries', NumericGreaterThanEquals: 3 }, 'tries ≥ 3'],
  [{ Variable: '$.size', NumericEqualsPath: '$.wanted' }, 'size = wanted'],
  [{ Variable: '$.name', StringMatches: 'a*' }, 'name StringMatches a*'],
  [
    {
      Or: [{ Variable: '$.outcome', StringEquals: 'moved' }, { Not: { Variable: '$.outcome', StringEquals: 'held' } }],
    },
    'outcome = moved or not (outcome = held)',
  ],
])('tells %j as %s', (rule, told) => {
  expect(tellCondition(rule)).toBe(told);
});
