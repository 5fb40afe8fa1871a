import { NotSimulated } from '../not-simulated';

/** When a schedule is due. */
export interface Recurrence {
  /** The minute at which it is due first, when it was created at a minute; both in milliseconds since 1970. */
  first(createdMs: number): number;
  /** The minute at which it is due again. */
  after(dueMs: number): number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/**
 * Reads a rate such as `rate(1 minute)`, counted from the schedule's creation, or a cron expression that names a minute
 * and hours of every day, such as `cron(0 0/6 * * ? *)`, or minutes of every hour, such as `cron(0/15 * * * ? *)`.
 * Everything else is not simulated.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export const readExpression = (expression: string, timeZone: string): Recurrence => {
  // A rate is the same in every time zone.
  const recurs = readRate(expression) ?? (timeZone === 'UTC' ? readCron(expression) : undefined);
  if (recurs) return recurs;
  throw new NotSimulated(
    `ScheduleExpression ${expression} in ${timeZone} is not simulated; allowed are rate(n minutes|hours|days), and cron(minute hour[/step] * * ? *) and cron(minute/step * * * ? *) in UTC`,
  );
};

const UNIT_MINUTES = { minute: 1, hour: 60, day: 1_440 } as const;

const readRate = (expression: string): Recurrence | undefined => {
  const [, value, unit] = /^rate\(([1-9]\d*) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  if (value === undefined || unit === undefined) return undefined;
  const everyMs = Number(value) * UNIT_MINUTES[unit as keyof typeof UNIT_MINUTES] * MINUTE_MS;
  return { first: (createdMs) => createdMs + MINUTE_MS, after: (dueMs) => dueMs + everyMs };
};

const readCron = (expression: string): Recurrence | undefined => {
  const minutesOfDay = hoursOfDay(expression) ?? minutesOfHour(expression);
  const [first] = minutesOfDay ?? [];
  if (minutesOfDay === undefined || first === undefined) return undefined;
  const after = (ms: number): number => {
    const dayMs = Math.floor(ms / DAY_MS) * DAY_MS;
    const dues = [...minutesOfDay, first + 1_440].map((at) => dayMs + at * MINUTE_MS);
    return dues.find((due) => due > ms)!;
  };
  return { first: after, after };
};

const hoursOfDay = (expression: string): readonly number[] | undefined => {
  const [, minute, hour, step = '24'] =
    /^cron\((\d{1,2}) (\d{1,2})(?:\/(\d{1,2}))? \* \* \? \*\)$/.exec(expression) ?? [];
  if (minute === undefined || hour === undefined || Number(minute) > 59) return undefined;
  return steps(Number(hour), Number(step), 24).map((at) => at * 60 + Number(minute));
};

const minutesOfHour = (expression: string): readonly number[] | undefined => {
  const [, minute, step] = /^cron\((\d{1,2})\/(\d{1,2}) \* \* \* \? \*\)$/.exec(expression) ?? [];
  if (minute === undefined || step === undefined) return undefined;
  const minutes = steps(Number(minute), Number(step), 60);
  return steps(0, 1, 24).flatMap((hour) => minutes.map((at) => hour * 60 + at));
};

/** Numbers from the first on, below `end`; none where the step leads nowhere. */
const steps = (first: number, step: number, end: number): readonly number[] =>
  step === 0 || first >= end ? [] : Array.from({ length: Math.ceil((end - first) / step) }, (_, n) => first + n * step);
