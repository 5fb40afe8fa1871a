import { comparisons, type Alarm } from './alarm';
import { evaluationRange, type Verdict } from './evaluate';
import type { MetricStore, Point } from './metric-store';
import { statistic, visibleIn } from './statistic';

/** One period of an alarm's evaluation range. */
export interface Period {
  readonly startMs: number;
  /** Undefined: no data. */
  readonly value: number | undefined;
  readonly verdict: Verdict;
  /** Trace ids of the data points in it. */
  readonly ids: readonly string[];
}

/**
 * How often an alarm is evaluated.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export const stepSeconds = ({ periodSeconds }: Pick<Alarm, 'periodSeconds'>): 10 | 60 => (periodSeconds < 60 ? 10 : 60);

/** The evaluation range that ends with the last full step before `nowMs`, oldest period first. */
export const periodsOf = (
  alarm: Alarm,
  store: MetricStore,
  nowMs: number,
  visible: (point: Point) => boolean = visibleIn(alarm.periodSeconds),
): readonly Period[] => {
  const stepMs = stepSeconds(alarm) * 1_000;
  const endMs = Math.floor(nowMs / stepMs) * stepMs;
  const count = evaluationRange(alarm);
  return Array.from({ length: count }, (_, index) => {
    const startMs = endMs - (count - index) * alarm.periodSeconds * 1_000;
    const points = store.between(alarm.region, alarm.metric, startMs, startMs + alarm.periodSeconds * 1_000);
    return toPeriod(alarm, startMs, points.filter(visible));
  });
};

const toPeriod = (alarm: Alarm, startMs: number, points: readonly Point[]): Period => {
  const value = statistic(alarm.statistic, points);
  return { startMs, value, verdict: judge(alarm, value), ids: points.map(({ id }) => id) };
};

const judge = ({ comparison, threshold }: Alarm, value: number | undefined): Verdict => {
  if (value === undefined) return 'missing';
  return comparisons[comparison].holds(value, threshold) ? 'breaching' : 'within';
};

/** The periods with data that decide: the newest ones, as many as the alarm evaluates. */
export const decisive = (alarm: Alarm, periods: readonly Period[]): readonly Period[] =>
  periods.filter(({ value }) => value !== undefined).slice(-alarm.evaluationPeriods);
