import type { Rule } from './asl';

/** A choice's comparison in a few words, such as `verdict.says = wait`. */
export const tellCondition = ({ And, Or, Not, Variable, ...comparison }: Rule): string => {
  if (And) return And.map(tellCondition).join(' and ');
  if (Or) return Or.map(tellCondition).join(' or ');
  if (Not) return `not (${tellCondition(Not)})`;
  const [operator, value] = Object.entries(comparison).find(([field]) => field !== 'Next') ?? ['', ''];
  const variable = String(Variable).replace(/^\$\./, '');
  if (operator === 'BooleanEquals') return value === true ? variable : `not ${variable}`;
  if (operator.startsWith('Is'))
    return `${variable} ${value === true ? 'is' : 'is not'} ${operator.slice(2).toLowerCase()}`;
  return `${variable} ${SIGNS[operator.replace(TYPE, '')] ?? operator} ${String(value).replace(/^\$\./, '')}`;
};

const TYPE = /^(String|Numeric|Timestamp)|Path$/g;
const SIGNS: Readonly<Record<string, string>> = {
  Equals: '=',
  LessThan: '<',
  LessThanEquals: '≤',
  GreaterThan: '>',
  GreaterThanEquals: '≥',
};
