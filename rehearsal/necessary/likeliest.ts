import type { Part } from './part';

/** Puts the scenario that is likeliest to notice a deletion first. */
export interface Likeliest {
  order(part: Pick<Part, 'stack' | 'path'>): string[];
  noticed(part: Pick<Part, 'stack' | 'path'>, by: string): void;
}

/** Whatever noticed another part of the same resource, or else of the same stack, will likely notice this one. */
export const createLikeliest = (trials: readonly string[]): Likeliest => {
  const last = new Map<string, string>();
  const resourceOf = ({ stack, path }: Pick<Part, 'stack' | 'path'>) => `${stack}/${path[1]}`;
  return {
    order: (part) => {
      const first = [last.get(resourceOf(part)), last.get(part.stack)].filter((name) => name !== undefined);
      return [...new Set([...first, ...trials])];
    },
    noticed: (part, by) => {
      if (!trials.includes(by)) return;
      last.set(resourceOf(part), by);
      last.set(part.stack, by);
    },
  };
};
