import type { Part } from './part';

type Holder = Record<string | number, unknown>;

/** Deletes what stands at these paths of a template. */
export const deleteParts = (template: unknown, paths: readonly Part['path'][]): void => {
  // The last members of a list first, because those behind a deleted one move up.
  for (const path of [...paths].sort(lastFirst)) {
    const holder = path.slice(0, -1).reduce((value, step) => (value as Holder)[step], template) as Holder;
    const step = path.at(-1)!;
    if (Array.isArray(holder)) holder.splice(step as number, 1);
    else delete holder[step];
  }
};

const lastFirst = (one: Part['path'], other: Part['path']): number => {
  const at = one.findIndex((step, index) => step !== other[index]);
  const [a, b] = [one[at] ?? '', other[at] ?? ''];
  return typeof a === 'number' && typeof b === 'number' ? b - a : String(a) < String(b) ? -1 : 1;
};
