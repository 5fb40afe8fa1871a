import * as z from 'zod';
import { LAG } from '../plan/names';
import type { Plan, Region } from '../plan/plan';
import { alarmSays, alarmStateChange } from './alarm-state-change';
import { InvalidSignal } from './invalid-signal';
import { isObject, readShape } from './read-shape';

/** What woke the replication watch up: replicas here are said to be behind `from`. */
export interface LagSignal {
  readonly from: Region;
  /** In words, for the evidence. */
  readonly because: string;
}

const lagAlarm = alarmStateChange(LAG, z.object({ From: z.string() }));

/** What a person types into the console. */
const lagQuestion = z.strictObject({ from: z.string(), reason: z.string().min(1) });

/** Reads the input of a replication watch in the Region `here`; anything unknown is an `InvalidSignal` (S32). */
export const parseLagSignal = (input: unknown, plan: Pick<Plan, 'regions'>, here: Region): LagSignal => {
  const signal = shapeOf(input);
  const sources = plan.regions.map(({ name }) => name).filter((name) => name !== here);
  if (!sources.includes(signal.from)) {
    throw new InvalidSignal(`"${signal.from}" replicates nothing to ${here}; allowed: ${sources.join(', ')}`);
  }
  return signal;
};

const shapeOf = (input: unknown): LagSignal => {
  if (!isObject(input)) throw new InvalidSignal(`${JSON.stringify(input)} is no input for a watch; ${ALLOWED}`);
  if ('detail-type' in input) {
    const event = readShape(lagAlarm, input, ALLOWED);
    const { From } = event.detail.configuration.metrics[0]!.metricStat.metric.dimensions;
    return { from: From, because: alarmSays(event) };
  }
  const { from, reason } = readShape(lagQuestion, input, ALLOWED);
  return { from, because: `started by hand: ${reason}` };
};

const ALLOWED = 'start it with {"from": "us-east-1", "reason": "why"}, or with a CloudWatch Alarm State Change event';
