import type { Plan } from '../plan/plan';
import { consoleStart, fromConsole } from './console-start';
import { InvalidSignal } from './invalid-signal';
import { fromAlarm, lossAlarm } from './loss-alarm';
import { fromObserver, observerCall } from './observer-call';
import { isObject, readShape } from './read-shape';
import type { Signal } from './signal';
import { fromUsersAlarm, signalBehind, usersAlarm } from './users-alarm';

/** What of a plan tells one signal from another. */
type Known = Pick<Plan, 'application' | 'generation' | 'regions' | 'signals'>;

/** Reads a run's input, whatever shape it has; anything unknown is an `InvalidSignal` that says what is allowed (S32). */
export const parseSignal = (input: unknown, plan: Known): Signal => {
  const signal = shapeOf(input, plan);
  const regions = plan.regions.map(({ name }) => name);
  if (!regions.includes(signal.suspect)) {
    throw new InvalidSignal(`"${signal.suspect}" is no Region of the plan; allowed: ${regions.join(', ')}`);
  }
  return signal;
};

const shapeOf = (input: unknown, plan: Known): Signal => {
  if (!isObject(input)) throw new InvalidSignal(`${JSON.stringify(input)} is no input for a failover; ${ALLOWED}`);
  const users = signalBehind(input, plan);
  if (users) return fromUsersAlarm(readShape(usersAlarm, input, ALLOWED), users);
  if ('detail-type' in input) return fromAlarm(readShape(lossAlarm, input, ALLOWED));
  if ('observer' in input) return fromObserver(readShape(observerCall, input, ALLOWED));
  return fromConsole(readShape(consoleStart, input, ALLOWED));
};

const ALLOWED =
  'start it with {"lost": "us-east-1", "reason": "why"}, with a CloudWatch Alarm State Change event, or from an observer';
