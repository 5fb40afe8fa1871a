const VARIABLE = /\$\{(!?)([^}]*)\}/g;

/** Fills in the `${Name}` of an `Fn::Sub` pattern; `${!Name}` stands for the text `${Name}`. */
export const substitute = (pattern: string, valueOf: (name: string) => string): string =>
  pattern.replace(VARIABLE, (_whole, literal: string, name: string) =>
    literal ? `\${${name}}` : valueOf(name.trim()),
  );

/** The names that an `Fn::Sub` pattern fills in. */
export const variablesOf = (pattern: string): string[] =>
  [...pattern.matchAll(VARIABLE)].filter(([, literal]) => !literal).map(([, , name]) => (name ?? '').trim());
