import * as z from 'zod';

/** What a schedule calls with: nothing. */
export const tick = z.strictObject({});
