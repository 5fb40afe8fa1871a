import { comparisons, type Alarm } from './alarm';
import type { AlarmState } from './evaluate';
import { decisive, type Period } from './periods';

/** An alarm's state as its event tells it. */
export interface StateOfAlarm {
  readonly value: AlarmState;
  readonly reason: string;
  /** A JSON object as a string; a new alarm has none. */
  readonly reasonData?: string;
  readonly timestamp: string;
}

/** The state of an alarm that nobody has evaluated yet. */
export const unchecked = (nowMs: number): StateOfAlarm => ({
  value: 'INSUFFICIENT_DATA',
  reason: 'Unchecked: Initial alarm creation',
  timestamp: alarmTime(nowMs),
});

/**
 * The state that an evaluation found, with the reason worded as in
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const evaluated = (alarm: Alarm, value: AlarmState, periods: readonly Period[], nowMs: number): StateOfAlarm => {
  const points = decisive(alarm, periods);
  return {
    value,
    reason: value === 'INSUFFICIENT_DATA' ? unknownReason(alarm, points.length) : thresholdReason(alarm, value, points),
    reasonData: JSON.stringify({
      version: '1.0',
      queryDate: alarmTime(nowMs),
      ...(points[0] && { startDate: alarmTime(points[0].startMs) }),
      statistic: alarm.statistic,
      period: alarm.periodSeconds,
      recentDatapoints: points.map((point) => point.value),
      threshold: alarm.threshold,
    }),
    timestamp: alarmTime(nowMs),
  };
};

const unknownReason = ({ evaluationPeriods: n }: Alarm, received: number): string =>
  `Insufficient Data: ${counted(n - received, 'datapoint was', 'datapoints were')} unknown.`;

const thresholdReason = (alarm: Alarm, value: 'OK' | 'ALARM', points: readonly Period[]): string => {
  const { evaluationPeriods: n, datapointsToAlarm: m } = alarm;
  const shown = points.filter(({ verdict }) => verdict === (value === 'ALARM' ? 'breaching' : 'within'));
  if (shown.length === 0) return filledReason(alarm, points.length);
  const values = shown.map((point) => `${decimal(point.value ?? NaN)} (${dayAndTime(point.startMs)})`).join(', ');
  const was = `${shown.length === 1 ? 'was' : 'were'}${value === 'ALARM' ? '' : ' not'}`;
  const minimum = counted(value === 'ALARM' ? m : n - m + 1, 'datapoint', 'datapoints');
  return (
    `Threshold Crossed: ${shown.length} out of the last ${n} datapoints [${values}] ${was} ` +
    `${comparisons[alarm.comparison].says} the threshold (${decimal(alarm.threshold)}) ` +
    `(minimum ${minimum} for ${value === 'ALARM' ? 'OK -> ALARM' : 'ALARM -> OK'} transition).`
  );
};

const filledReason = ({ evaluationPeriods: n, treatMissingData }: Alarm, received: number): string => {
  const came = received === 0 ? 'no datapoints were' : counted(received, 'datapoint was', 'datapoints were');
  const filled = counted(n - received, 'missing datapoint was', 'missing datapoints were');
  const as = treatMissingData === 'breaching' ? 'Breaching' : 'NonBreaching';
  return `Threshold Crossed: ${came} received for ${counted(n, 'period', 'periods')} and ${filled} treated as [${as}].`;
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** CloudWatch writes whole numbers as decimals: `1.0`. */
const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

/** `2019-10-02T17:04:40.989+0000` */
const alarmTime = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');

/** `02/10/19 16:59:00` */
const dayAndTime = (ms: number): string => {
  const iso = new Date(ms).toISOString();
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(2, 4)} ${iso.slice(11, 19)}`;
};
