import * as z from 'zod';
import type { Plan } from '../plan/plan';
import { InvalidSignal } from './invalid-signal';
import { isObject, readShape } from './read-shape';

/** What asks for a backup of a resource. */
export interface BackupSignal {
  readonly resource: string;
  /** When the schedule was due, ISO 8601; absent when a person asks, who means now. */
  readonly scheduledAt?: string;
  /** In words, for the evidence. */
  readonly because: string;
}

const scheduled = z.strictObject({ resource: z.string(), scheduledAt: z.iso.datetime() });

/** What a person types into the console. */
const asked = z.strictObject({ resource: z.string(), reason: z.string().min(1) });

/** Reads the input of a backup; anything unknown is an `InvalidSignal` that says what is allowed (S32). */
export const parseBackupSignal = (input: unknown, { backups }: Pick<Plan, 'backups'>): BackupSignal => {
  const signal = shapeOf(input);
  const known = backups.map(({ resource }) => resource);
  if (known.includes(signal.resource)) return signal;
  throw new InvalidSignal(`"${signal.resource}" has no backup in the plan; allowed: ${known.join(', ') || 'none'}`);
};

const shapeOf = (input: unknown): BackupSignal => {
  if (!isObject(input)) throw new InvalidSignal(`${JSON.stringify(input)} is no input for a backup; ${ALLOWED}`);
  if ('scheduledAt' in input) {
    const { resource, scheduledAt } = readShape(scheduled, input, ALLOWED);
    return { resource, scheduledAt, because: `due at ${scheduledAt}` };
  }
  const { resource, reason } = readShape(asked, input, ALLOWED);
  return { resource, because: `started by hand: ${reason}` };
};

const ALLOWED = 'start it with {"resource": "orders", "reason": "why"}, or by its schedule';
