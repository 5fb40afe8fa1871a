/** Makes something of each text once in a process. For texts of which there are few: nothing is ever forgotten. */
export const remembered = <V>(make: (text: string) => V): ((text: string) => V) => {
  const known = new Map<string, V>();
  return (text) => {
    if (known.has(text)) return known.get(text) as V;
    const made = make(text);
    known.set(text, made);
    return made;
  };
};

/** Makes something of each object once, as long as the object lives; nobody may change it. */
export const rememberedOf = <K extends object, V, A extends readonly unknown[]>(
  make: (object: K, ...more: A) => V,
): ((object: K, ...more: A) => V) => {
  const known = new WeakMap<K, V>();
  return (object, ...more) => {
    if (known.has(object)) return known.get(object) as V;
    const made = make(object, ...more);
    known.set(object, made);
    return made;
  };
};
