/** A version 4 UUID drawn from a seeded stream, where AWS would draw a random one. */
export const uuid = (random: () => number): string =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () => Math.floor(random() * 16).toString(16));
