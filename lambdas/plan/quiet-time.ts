import type { Plan } from './plan';

/** A time in which nothing moves by itself. */
export interface QuietTime {
  /** When it ends, ISO 8601. */
  readonly until: string;
  readonly because: string;
}

type Automation = Pick<Plan['automation'], 'freezes' | 'maintenance'>;

/** The freeze or maintenance window of the plan that a moment (milliseconds since 1970) falls into, if any. */
export const quietTimeAt = ({ freezes, maintenance }: Automation, atMs: number): QuietTime | undefined => {
  const freeze = freezes.find(({ from, until }) => atMs >= Date.parse(from) && atMs < Date.parse(until));
  if (freeze) return { until: new Date(freeze.until).toISOString(), because: freeze.because };
  const windows = maintenance.flatMap((window) => {
    const endMs = endOf(window, atMs);
    return endMs === undefined ? [] : [{ until: new Date(endMs).toISOString(), because: window.because }];
  });
  return windows[0];
};

const DAY_MS = 86_400_000;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** When the window around a moment ends; it may have begun the day before. */
const endOf = ({ days, at, forSeconds }: Automation['maintenance'][number], atMs: number): number | undefined => {
  const midnightMs = Math.floor(atMs / DAY_MS) * DAY_MS;
  const startsMs = [midnightMs - DAY_MS, midnightMs]
    .filter((dayMs) => days.includes(DAYS[new Date(dayMs).getUTCDay()]!))
    .map((dayMs) => dayMs + minutesOf(at) * 60_000);
  const startMs = startsMs.find((start) => atMs >= start && atMs < start + forSeconds * 1000);
  return startMs === undefined ? undefined : startMs + forSeconds * 1000;
};

/** `02:30` → 150. */
const minutesOf = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
