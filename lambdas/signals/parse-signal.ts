import type { Plan } from '../plan/plan';
import { consoleStart, fromConsole } from './console-start';
import { InvalidSignal } from './invalid-signal';
import { fromAlarm, lossAlarm } from './loss-alarm';
import { fromObserver, observerCall } from './observer-call';
import { isObject, readShape } from './read-shape';
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
  if ('detail-type' in input) return fromAlarm(readShape(lossAlarm, input, ALLOWED));
  if ('observer' in input) return fromObserver(readShape(observerCall, input, ALLOWED));
  return fromConsole(readShape(consoleStart, input, ALLOWED));
};

const ALLOWED =
  'start it with {"lost": "us-east-1", "reason": "why"}, with a CloudWatch Alarm State Change event, or from an observer';
