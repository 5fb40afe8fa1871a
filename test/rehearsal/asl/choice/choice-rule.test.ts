import { refuses, SPEC, two } from '../refuse';

const One = 'failover.States["One"].Choices[0]';
const choice = (rule: object) => two({ Type: 'Choice', Choices: [{ Next: 'Two', ...rule }] });
const nested = { And: [{ Variable: '$.a', IsNull: true, Next: 'Two' }] };

refuses(`${SPEC}#choice-state`, [
  ['no rules', two({ Type: 'Choice', Choices: [], Default: 'Two' }), 'Choices: must be a list, and not empty'],
  ['an unknown comparison', choice({ Variable: '$.a', StringMatches: 'a*' }), `${One}: needs one of StringEquals`],
  [
    'a comparison too many',
    choice({ Variable: '$.a', IsNull: true, StringMatches: 'a*' }),
    `${One}.StringMatches: is not simulated`,
  ],
  ['two comparisons', choice({ Variable: '$.a', IsNull: true, IsString: true }), `${One}: has IsNull and IsString`],
  ['a rule without a variable', choice({ StringEquals: 'a' }), `${One}: needs one of And, Or, Not`],
  [
    'a rule that leads nowhere',
    two({ Type: 'Choice', Choices: [{ Variable: '$', IsNull: true }] }),
    `${One}: Next is missing`,
  ],
  ['a value of another kind', choice({ Variable: '$.a', NumericEquals: '3' }), `${One}.NumericEquals: "3" is not what`],
  ['a question that is no boolean', choice({ Variable: '$.a', IsNull: 'yes' }), `${One}.IsNull: "yes" is neither true`],
  ['a Next in a nested rule', choice(nested), `${One}.And[0].Next: is not simulated`],
  ['nothing to combine', choice({ Or: [] }), `${One}.Or: must be a list, and not empty`],
]);
