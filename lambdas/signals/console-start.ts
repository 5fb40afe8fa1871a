import * as z from 'zod';
import { durationText, parseDuration } from '../plan/duration';
import type { Signal } from './signal';

const duration = z.string().regex(durationText, 'a duration such as 5m, or "any"').transform(parseDuration);

/**
 * What a person types into the console. `acceptLoss` breaks the plan's promise about lost writes, as far as it says;
 * `fenced` attests that nothing writes in the lost Region any more, and says how that is known.
 */
export const consoleStart = z.strictObject({
  lost: z.string(),
  reason: z.string().min(1),
  acceptLoss: z.union([z.literal('any'), duration]).optional(),
  fenced: z.string().min(1).optional(),
});

export const fromConsole = ({ lost, reason, acceptLoss, fenced }: z.output<typeof consoleStart>): Signal => ({
  from: 'person',
  suspect: lost,
  ...(acceptLoss === undefined ? {} : { acceptsLossSeconds: acceptLoss }),
  ...(fenced === undefined ? {} : { attestsFence: fenced }),
  because: `started by hand: ${reason}`,
});
