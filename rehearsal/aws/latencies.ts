/** How long things take in the simulated AWS, each with its source. The only table of its kind. */
export interface Latency {
  /** Milliseconds: drawn evenly between the two. */
  readonly minMs: number;
  readonly maxMs: number;
  /** A link or a measurement; `assumed: …` says so with the reason. */
  readonly source: string;
}

const table = {
  'api.read': { minMs: 10, maxMs: 60, source: 'assumed: a Regional API read takes tens of milliseconds' },
  'api.write': { minMs: 20, maxMs: 120, source: 'assumed: a Regional API write takes tens of milliseconds' },
} as const satisfies Record<string, Latency>;

export type LatencyName = keyof typeof table;

export const latencies: Readonly<Record<LatencyName, Latency>> = table;
