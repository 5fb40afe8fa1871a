import * as z from 'zod';
import { readShape } from './read-shape';

const reason = z.string().min(1);

const breakGlass = z.strictObject({ region: z.string().min(1), until: z.iso.datetime() });

const killSwitch = z
  .strictObject({ on: z.boolean(), reason, breakGlass: breakGlass.optional() })
  .refine((word) => word.on || word.breakGlass === undefined, { path: ['breakGlass'], error: 'goes with "on": true' });

const acknowledgement = z.strictObject({ reason });

/** What a person asks for, from the console. */
export type Control =
  | {
      readonly control: 'kill-switch';
      readonly on: boolean;
      readonly reason: string;
      /** Announced: a person is about to let the writers of a Region write until then (docs/write-gate.md). */
      readonly breakGlass?: { readonly region: string; readonly until: string };
    }
  | { readonly control: 'acknowledge'; readonly reason: string };

/** Reads what a person typed; anything else is an `InvalidSignal` that says what is allowed (S32). */
export const parseControl = (control: Control['control'], input: unknown): Control =>
  control === 'kill-switch'
    ? {
        control,
        ...readShape(killSwitch, input, 'start it with {"on": true, "reason": "why"}, or with false to take it back'),
      }
    : { control, ...readShape(acknowledgement, input, 'start it with {"reason": "why"}') };
