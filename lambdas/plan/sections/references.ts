import * as z from 'zod';

/** What an observer looks at to know that it sees at all (S2). */
export const references = z
  .array(z.httpUrl())
  .min(1)
  .default(['https://one.one.one.one/', 'https://www.wikipedia.org/'])
  .meta({
    description:
      'Pages of others, on other networks than AWS and each other: an observer that reaches none of them is blind and abstains.',
    examples: [['https://one.one.one.one/', 'https://www.wikipedia.org/']],
  });
