import type { Question } from './evaluate';
import type { Statement } from './policy-document';
import { actionFits, arnFits } from './wildcards';

/** One action on one resource that a role's policies allow, both as the policy writes them. */
export interface Grant {
  /** Whose role it is: its stack, and its description or logical id. */
  readonly holder: string;
  readonly action: string;
  readonly resource: string;
  /** Whether a call was allowed because of it. */
  readonly isUsed: boolean;
}

/** What a role is granted, and what of it is used. */
export interface Grants {
  /** Notes what allowed a call. */
  use(by: readonly Statement[], question: Required<Question>): void;
  list(): readonly Grant[];
}

/** Follows the statements of one role, those attached later included. */
export const createGrants = (holder: string, statements: readonly Statement[]): Grants => {
  const used = new Set<string>();
  return {
    use: (by, asked) => {
      for (const { Action, NotAction, Resource, NotResource } of by) {
        const actions = patternsOf(Action, NotAction).filter((one) => fitsOrLeft(one, asked.action, actionFits));
        const resources = patternsOf(Resource, NotResource).filter((one) => fitsOrLeft(one, asked.resource, arnFits));
        for (const pair of pairs(actions, resources)) used.add(keyOf(pair));
      }
    },
    list: () => {
      const allowed = statements.filter(({ Effect }) => Effect === 'Allow').flatMap(pairsOf);
      const distinct = new Map(allowed.map((one) => [keyOf(one), one]));
      return [...distinct].map(([key, { action, resource }]) => ({
        holder,
        action,
        resource,
        isUsed: used.has(key),
      }));
    },
  };
};

interface Pair {
  readonly action: string;
  readonly resource: string;
}

const pairsOf = ({ Action, NotAction, Resource, NotResource }: Statement): Pair[] =>
  pairs(patternsOf(Action, NotAction), patternsOf(Resource, NotResource));

const pairs = (actions: readonly string[], resources: readonly string[]): Pair[] =>
  actions.flatMap((action) => resources.map((resource) => ({ action, resource })));

const ALL_BUT = 'all but ';

/** What a statement leaves out is one pattern: the statement applies, so what was asked is within it. */
const patternsOf = (included: readonly string[] | undefined, excluded: readonly string[] = []): readonly string[] =>
  included ?? [`${ALL_BUT}${excluded.join(', ')}`];

const fitsOrLeft = (pattern: string, asked: string, fits: (asked: string, pattern: string) => boolean): boolean =>
  pattern.startsWith(ALL_BUT) || fits(asked, pattern);

const keyOf = ({ action, resource }: Pair): string => `${action} on ${resource}`;
