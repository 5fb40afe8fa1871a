/** A URL, taken apart. A rehearsal asks the few of a plan thousands of times, so each is parsed once in a process. */
export const parsedUrl = (url: string): Pick<URL, 'hostname' | 'pathname'> => {
  const parsed = known.get(url) ?? new URL(url);
  known.set(url, parsed);
  return parsed;
};

const known = new Map<string, URL>();
