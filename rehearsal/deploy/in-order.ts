/**
 * Sorts so that everything comes after what it needs, otherwise in the given order. `needs` may name only what is given.
 * Throws the names of a cycle through `cycle`.
 */
export const inOrder = (
  names: readonly string[],
  needs: (name: string) => Iterable<string>,
  cycle: (names: readonly string[]) => Error,
): string[] => {
  const sorted: string[] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]) => {
    if (done.has(name)) return;
    if (path.includes(name)) throw cycle([...path.slice(path.indexOf(name)), name]);
    for (const needed of needs(name)) visit(needed, [...path, name]);
    done.add(name);
    sorted.push(name);
  };
  for (const name of names) visit(name, []);
  return sorted;
};
