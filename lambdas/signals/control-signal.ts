import * as z from 'zod';
import { readShape } from './read-shape';

const reason = z.string().min(1);

const killSwitch = z.strictObject({ on: z.boolean(), reason });

const acknowledgement = z.strictObject({ reason });

/** What a person asks for, from the console. */
export type Control =
  | { readonly control: 'kill-switch'; readonly on: boolean; readonly reason: string }
  | { readonly control: 'acknowledge'; readonly reason: string };

/** Reads what a person typed; anything else is an `InvalidSignal` that says what is allowed (S32). */
export const parseControl = (control: Control['control'], input: unknown): Control =>
  control === 'kill-switch'
    ? {
        control,
        ...readShape(killSwitch, input, 'start it with {"on": true, "reason": "why"}, or with false to take it back'),
      }
    : { control, ...readShape(acknowledgement, input, 'start it with {"reason": "why"}') };
