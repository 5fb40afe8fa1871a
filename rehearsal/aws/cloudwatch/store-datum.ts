import type { World } from '../../world/world';
import type { Metric, MetricStore } from './metric-store';

/** One datum on its way into the store. */
export interface NewDatum {
  readonly region: string;
  readonly metric: Metric;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly values: readonly { readonly value: number; readonly count: number }[];
  readonly resolutionSeconds: 1 | 60;
  readonly causes: readonly string[];
}

/** Traces a datum and stores its points under the entry's id, so that whoever reads them can name their cause. */
export const storeDatum = (world: World, store: MetricStore, datum: NewDatum): void => {
  const { region, metric, atMs, values, resolutionSeconds, causes } = datum;
  const id = world.trace.add({
    type: 'metric',
    region,
    what: `${metric.namespace} ${metric.name} = ${values.map(({ value }) => value).join(', ')}`,
    dimensions: metric.dimensions,
    causes,
  });
  for (const { value, count } of values) store.put(region, metric, { at: atMs, value, count, resolutionSeconds, id });
};
