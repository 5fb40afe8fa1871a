import type { Point } from './metric-store';

export const STATISTICS = ['Average', 'Maximum', 'Minimum', 'SampleCount', 'Sum'] as const;

export type Statistic = (typeof STATISTICS)[number];

/** Aggregates points; undefined where there are none, because no statistic of nothing is data. */
export const statistic = (name: Statistic, points: readonly Point[]): number | undefined =>
  points.length === 0 ? undefined : aggregate[name](points);

const sum = (points: readonly Point[]): number => points.reduce((total, { value, count }) => total + value * count, 0);
const samples = (points: readonly Point[]): number => points.reduce((total, { count }) => total + count, 0);

const aggregate: Readonly<Record<Statistic, (points: readonly Point[]) => number>> = {
  Average: (points) => sum(points) / samples(points),
  Maximum: (points) => Math.max(...points.map(({ value }) => value)),
  Minimum: (points) => Math.min(...points.map(({ value }) => value)),
  SampleCount: samples,
  Sum: sum,
};

/**
 * A period shorter than a minute sees only points that were stored with high resolution.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/publishingMetrics.html#high-resolution-metrics
 */
export const visibleIn =
  (periodSeconds: number) =>
  ({ resolutionSeconds }: Point): boolean =>
    periodSeconds >= 60 || resolutionSeconds === 1;
