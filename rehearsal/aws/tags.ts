import { z } from 'zod';

/** Tags as most resource types take them. They have no effect in a rehearsal: no policy of ours reads them. */
export const tags = z.array(z.strictObject({ Key: z.string(), Value: z.string() }));
