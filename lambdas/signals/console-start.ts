import * as z from 'zod';
import type { Signal } from './signal';

/** What a person types into the console. */
export const consoleStart = z.strictObject({ lost: z.string(), reason: z.string().min(1) });

export const fromConsole = ({ lost, reason }: z.output<typeof consoleStart>): Signal => ({
  from: 'person',
  suspect: lost,
  because: `started by hand: ${reason}`,
});
