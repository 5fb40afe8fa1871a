import type * as z from 'zod';
import { certainly, whatIsAllowed, wordsAllowed } from './what-is-allowed';
import { describedAt, valueAt, type Description } from './described-at';
import { suggest } from './did-you-mean';
import { showPath, showValue, type Path, type Problem } from './problem';

/** Says what a schema's issue means to the person who wrote the plan: the value, what is allowed, and the fix. */
export const explain = (issue: z.core.$ZodIssue, input: unknown, schema: Description): readonly Problem[] => {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const described = describedAt(schema, path, input);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(path, key, described));
  const value = valueAt(input, path);
  const allowed = whatIsAllowed(issue, described, value);
  if (value === undefined) return [missing(path, described, allowed)];
  const fix = suggest(value, wordsAllowed(issue, described), correction(described));
  return [{ path, wrong: `${showValue(value)} does not fit`, allowed, fix }];
};

const unknownKey = (path: Path, key: string, described: Description): Problem => {
  const fields = Object.keys(described.properties ?? {});
  return {
    path: [...path, key],
    on: 'key',
    wrong: 'no such field',
    allowed: fields.join(', '),
    fix: suggest(key, fields, 'remove it'),
  };
};

const missing = (path: Path, described: Description, allowed: string): Problem => {
  const [example] = certainly(described);
  const written = example === undefined ? '' : `: ${typeof example === 'string' ? example : JSON.stringify(example)}`;
  return {
    path,
    wrong: described.description === undefined ? 'missing' : `missing: ${described.description.replace(/\.$/, '')}`,
    allowed,
    fix: `add "${showPath(path.slice(-1))}${written}"`,
  };
};

const correction = (described: Description): string => {
  const [example] = certainly(described);
  if (example !== undefined) return `write for example ${JSON.stringify(example)}`;
  if (described.properties) return `write its fields: ${Object.keys(described.properties).join(', ')}`;
  return 'write what is allowed';
};
