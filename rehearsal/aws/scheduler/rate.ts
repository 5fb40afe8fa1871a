import { NotSimulated } from '../not-simulated';

const UNIT_MINUTES = { minute: 1, hour: 60, day: 1_440 } as const;

/**
 * The minutes of a rate expression such as `rate(1 minute)`; `at` and `cron` expressions are not simulated.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based
 */
export const rateMinutes = (expression: string): number => {
  const [, value, unit] = /^rate\(([1-9]\d*) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (value === undefined || unit === undefined) {
    throw new NotSimulated(`ScheduleExpression ${expression} is not simulated; allowed is rate(n minutes|hours|days)`);
  }
  return Number(value) * UNIT_MINUTES[unit as keyof typeof UNIT_MINUTES];
};
