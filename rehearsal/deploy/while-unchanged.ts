import { statSync } from 'node:fs';

/** Remembers what was made of a file while it stays as it is: every rehearsal of a process deploys the same few assemblies. */
export const whileUnchanged = <T, A extends readonly unknown[]>(
  make: (file: string, ...more: A) => T,
): ((file: string, ...more: A) => T) => {
  const known = new Map<string, { readonly mtimeMs: number | undefined; readonly made: T }>();
  return (file, ...more) => {
    const mtimeMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    const before = known.get(file);
    if (before && before.mtimeMs === mtimeMs) return before.made;
    const made = make(file, ...more);
    known.set(file, { mtimeMs, made });
    // The oldest goes: some deploy from a directory of their own each time, and never again.
    if (known.size > KEPT_MAX) known.delete([...known.keys()][0]!);
    return made;
  };
};

/** All files of all plans that a soak draws: five to a plan. */
const KEPT_MAX = 250;
