import type * as z from 'zod';
import type { Plan } from '../plan/plan';
import { alarmStateChange, fromAlarm } from './alarm-state-change';
import { consoleStart, fromConsole } from './console-start';
import { InvalidSignal } from './invalid-signal';
import { fromObserver, observerCall } from './observer-call';
import type { Signal } from './signal';

/** Reads a run's input, whatever shape it has; anything unknown is an `InvalidSignal` that says what is allowed (S32). */
export const parseSignal = (input: unknown, plan: Pick<Plan, 'regions'>): Signal => {
  const signal = shapeOf(input);
  const regions = plan.regions.map(({ name }) => name);
  if (!regions.includes(signal.suspect)) {
    throw new InvalidSignal(`"${signal.suspect}" is no Region of the plan; allowed: ${regions.join(', ')}`);
  }
  return signal;
};

const shapeOf = (input: unknown): Signal => {
  if (!isObject(input)) throw new InvalidSignal(`${JSON.stringify(input)} is no input for a failover; ${ALLOWED}`);
  if ('detail-type' in input) return fromAlarm(read(alarmStateChange, input));
  if ('observer' in input) return fromObserver(read(observerCall, input));
  return fromConsole(read(consoleStart, input));
};

const ALLOWED =
  'start it with {"lost": "us-east-1", "reason": "why"}, with a CloudWatch Alarm State Change event, or from an observer';

const isObject = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

const read = <T>(schema: z.ZodType<T>, input: unknown): T => {
  const { data, error } = schema.safeParse(input);
  if (!error) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`);
  throw new InvalidSignal(`${problems.join('; ')}; ${ALLOWED}`);
};
