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
    return made;
  };
};
