/** One axis for the whole page; places are percentages, so that text keeps its size on every screen. */
export interface TimeAxis {
  readonly zeroMs: number;
  /** What happened at 0, as in `12 s after the loss`. */
  readonly zeroIs: string;
  readonly untilMs: number;
  /** Round numbers of seconds; where there is little room, only those that are `main` are shown. */
  readonly ticks: readonly { readonly ms: number; readonly main: boolean }[];
  /** `37.5%`; what lies outside is put at the edge. */
  place(ms: number): string;
  /** `12.3%`, never so little that it cannot be seen. */
  width(fromMs: number, untilMs: number): string;
  /** `+84.2 s`, which no line breaks. */
  offset(ms: number): string;
}

/** Round numbers of seconds, as clocks count. */
const STEPS_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400];
const TICKS_MAX = 8;
const EDGE = 0.03;
const TICK_MARGIN = 0.035;

/** Makes an axis that holds every one of these moments. */
export const timeAxis = (zeroMs: number, zeroIs: string, moments: readonly number[]): TimeAxis => {
  const firstMs = Math.min(zeroMs, ...moments);
  const lastMs = Math.max(zeroMs + 1000, ...moments);
  const edgeMs = (lastMs - firstMs) * EDGE;
  const fromMs = firstMs - edgeMs;
  const lengthMs = lastMs + edgeMs - fromMs;
  const share = (ms: number) => Math.min(100, Math.max(0, ((ms - fromMs) / lengthMs) * 100));
  return {
    zeroMs,
    zeroIs,
    untilMs: lastMs,
    ticks: ticks(zeroMs, fromMs, lengthMs),
    place: (ms) => percent(share(ms)),
    width: (from, until) => percent(Math.max(0.4, share(until) - share(from))),
    offset: (ms) => `${ms < zeroMs ? '−' : '+'}${(Math.abs(ms - zeroMs) / 1000).toFixed(1)}\u00a0s`,
  };
};

/** Far enough from the right edge for the last label not to widen the page. */
const ticks = (zeroMs: number, fromMs: number, lengthMs: number): TimeAxis['ticks'] => {
  const stepSeconds = STEPS_SECONDS.find((step) => lengthMs / 1000 / step <= TICKS_MAX) ?? lengthMs / 1000 / TICKS_MAX;
  const stepMs = stepSeconds * 1000;
  const first = Math.ceil((fromMs - zeroMs) / stepMs);
  const last = Math.floor((fromMs + lengthMs * (1 - TICK_MARGIN) - zeroMs) / stepMs);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    ms: zeroMs + (first + index) * stepMs,
    main: (first + index) % 2 === 0,
  }));
};

const percent = (value: number): string => `${Number(value.toFixed(3))}%`;
