export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** One period as an alarm sees it. */
export type Verdict = 'breaching' | 'within' | 'missing';

/** The M (`datapointsToAlarm`) out of N (`evaluationPeriods`) of an alarm. */
export interface Evaluation {
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly treatMissingData: 'missing' | 'ignore' | 'breaching' | 'notBreaching';
}

/**
 * How many periods CloudWatch looks at. Its documentation names 5 for N = 3 and calls the rest dependent on period and
 * resolution; N + 2 is assumed everywhere.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export const evaluationRange = ({ evaluationPeriods }: Pick<Evaluation, 'evaluationPeriods'>): number =>
  evaluationPeriods + 2;

/**
 * The state that an alarm takes when its evaluation range looks like `periods` (oldest first); `unchanged` where
 * missing data is ignored and decides. Reproduces the tables of
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export const evaluate = (periods: readonly Verdict[], alarm: Evaluation): AlarmState | 'unchanged' => {
  // Real data replaces missing data as far back as the range goes, so that as few periods as possible are filled.
  const real = periods.filter((period) => period !== 'missing').slice(-alarm.evaluationPeriods);
  const filled = alarm.evaluationPeriods - real.length;
  const breaching = real.filter((period) => period === 'breaching').length;
  const byThreshold = (count: number) => (count >= alarm.datapointsToAlarm ? 'ALARM' : 'OK');

  if (filled === 0 || alarm.treatMissingData === 'notBreaching') return byThreshold(breaching);
  if (alarm.treatMissingData === 'breaching') return byThreshold(breaching + filled);
  if (breaching < real.length || breaching >= alarm.datapointsToAlarm) return byThreshold(breaching);
  if (alarm.treatMissingData === 'ignore') return 'unchanged';
  return real.length > 0 && isOldEnough(periods, alarm) ? 'ALARM' : 'INSUFFICIENT_DATA';
};

/**
 * With nothing but breaching and missing data, an alarm waits whether the next data points are good, but not for ever
 * ("Avoiding premature transitions to alarm state"). Today's page leaves open what it says while it waits; earlier
 * editions tabulate insufficient data, and so do we (S3).
 */
const isOldEnough = (periods: readonly Verdict[], { datapointsToAlarm }: Evaluation): boolean =>
  periods.length - periods.indexOf('breaching') >= datapointsToAlarm;
