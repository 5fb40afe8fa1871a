import type { Plan } from './plan';

/** The way to a value, by the names that people write: `['checks', 0, 'timeout']`. Empty for the whole plan. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a plan. */
export interface Problem {
  readonly path: Path;
  /** `key`: the name itself is wrong, not what it holds. */
  readonly on?: 'key';
  /** The value, and why it is wrong. */
  readonly wrong: string;
  readonly allowed: string;
  readonly fix: string;
}

/** A condition across fields: answers what is wrong, or nothing. One per file in `rules/`. */
export type PlanRule = (plan: Plan) => readonly Problem[];

/** `checks[0].timeout`. */
export const showPath = (path: Path): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');

/** A value in one short line, as it could be written in a plan. */
export const showValue = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'an empty value';
  if (typeof value === 'object') return 'a mapping';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
};
