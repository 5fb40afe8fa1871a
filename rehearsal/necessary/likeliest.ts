import type { Part } from './part';
import { twinOf } from './trials';

/** Puts the scenario that is likeliest to notice a deletion first. */
export interface Likeliest {
  order(part: Pick<Part, 'stack' | 'path'>): string[];
  noticed(part: Pick<Part, 'stack' | 'path'>, by: string): void;
}

/**
 * Whatever noticed another part of the same resource, or else of the same stack, will likely notice this one; and so will
 * what noticed the same resource of another Region's stack, or its twin in which the Regions are changed over.
 */
export const createLikeliest = (trials: readonly string[]): Likeliest => {
  const last = new Map<string, string>();
  const resourceOf = ({ stack, path }: Pick<Part, 'stack' | 'path'>) => `${stack}/${path[1]}`;
  const anywhere = ({ path }: Pick<Part, 'path'>) => String(path[1]);
  return {
    order: (part) => {
      const elsewhere = last.get(anywhere(part));
      const first = [last.get(resourceOf(part)), last.get(part.stack), elsewhere, elsewhere && twinOf(elsewhere)];
      return [
        ...new Set([...first.filter((name) => name !== undefined && trials.includes(name)), ...trials]),
      ] as string[];
    },
    noticed: (part, by) => {
      if (!trials.includes(by)) return;
      for (const key of [resourceOf(part), part.stack, anywhere(part)]) last.set(key, by);
    },
  };
};
