import type * as z from 'zod';
import type { Description } from './described-at';

/** What may stand where a schema found an issue, in words. */
export const whatIsAllowed = (issue: z.core.$ZodIssue, described: Description, value: unknown): string => {
  const words = literals(issue);
  if (words.length > 0) return words.join(', ');
  switch (issue.code) {
    case 'invalid_type':
      return typeName(described) ?? typeNames[issue.expected] ?? issue.expected;
    case 'too_small':
      return `${issue.inclusive ? 'at least' : 'more than'} ${amount(issue.minimum, issue.origin, value)}`;
    case 'too_big':
      return `at most ${amount(issue.maximum, issue.origin, value)}`;
    case 'invalid_format':
      return typeName(described) ?? issue.format;
    default:
      return issue.message;
  }
};

/** The words that may stand there, if they are few: all that are allowed, or else several examples of them. */
export const wordsAllowed = (issue: z.core.$ZodIssue, described: Description): readonly string[] => {
  const words = literals(issue);
  const examples = certainly(described).filter((example) => typeof example === 'string');
  if (words.length > 0) return words;
  return examples.length > 1 ? examples : [];
};

/** Values that are certainly allowed. */
export const certainly = ({ const: only, enum: several, examples }: Description): readonly unknown[] =>
  only === undefined ? (several ?? examples ?? []) : [only];

const typeName = ({ type, pattern, format }: Description): string | undefined => {
  if (typeof type !== 'string') return undefined;
  const form = pattern ?? format;
  return form === undefined ? typeNames[type] : `${typeNames[type]} like ${form}`;
};

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

/** A number limits a length, a count, or, where the plan has text, the seconds that a duration stands for. */
const amount = (limit: number | bigint, origin: string, value: unknown): string => {
  if (origin === 'string') return `${limit} characters`;
  if (origin === 'array') return `${limit} entries`;
  return typeof value === 'string' ? `${limit}s` : `${limit}`;
};

const literals = (issue: z.core.$ZodIssue): readonly string[] => {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union' && 'options' in issue) return (issue.options ?? []).map(String);
  return [];
};
