import { rememberedOf } from '../../remembered';

/** What identifies a metric within an account and a Region. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** One stored data point; `id` is the trace id of the put. */
export interface Point {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
  /** How often the value occurred; 1 unless `Counts` said otherwise. */
  readonly count: number;
  readonly resolutionSeconds: 1 | 60;
  readonly id: string;
}

export interface MetricStore {
  put(region: string, metric: Metric, point: Point): void;
  /** The points of `fromMs` ≤ time < `toMs`, oldest first. */
  between(region: string, metric: Metric, fromMs: number, toMs: number): readonly Point[];
}

/** Older points are dropped: nothing in a rehearsal looks further back, and CloudWatch itself keeps the finest 3 hours. */
export const KEPT_MS = 3 * 3_600_000;

/** An empty store; a metric begins with its first point. */
export const createMetricStore = (): MetricStore => {
  const series = new Map<string, Point[]>();
  return {
    put: (region, metric, point) => {
      const key = `${region} ${nameOf(metric)}`;
      const points = series.get(key) ?? [];
      insert(points, point);
      const newest = points.at(-1) ?? point;
      points.splice(
        0,
        points.findIndex(({ at }) => at > newest.at - KEPT_MS),
      );
      series.set(key, points);
    },
    between: (region, metric, fromMs, toMs) => {
      const points = series.get(`${region} ${knownName(metric)}`) ?? [];
      const first = points.findLastIndex(({ at }) => at < fromMs) + 1;
      const last = points.findLastIndex(({ at }) => at < toMs) + 1;
      return points.slice(first, Math.max(first, last));
    },
  };
};

const nameOf = ({ namespace, name, dimensions }: Metric): string =>
  JSON.stringify([namespace, name, ...Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** An alarm asks for the same metric every few seconds; each datum that is put is of a metric that nobody has seen before. */
const knownName = rememberedOf(nameOf);

/** Points may arrive late, so each goes behind the last one that is not newer. */
const insert = (points: Point[], point: Point): void => {
  points.splice(points.findLastIndex(({ at }) => at <= point.at) + 1, 0, point);
};
