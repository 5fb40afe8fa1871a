import type { Plan, Region } from '../plan/plan';
import type { LagSample } from '../resources/kind';
import { having } from '../resources/registry';

/** Stores sample their lag once a minute; after three the sample tells nothing of now (S15). */
const SAMPLE_AGE_SECONDS_MAX = 180;

/** How far one store's replica is behind: known and over the plan's limit, known and within it, or not known (S3). */
export interface LagFinding {
  readonly resource: string;
  readonly says: 'behind' | 'within' | 'unknown';
  readonly seconds?: number;
  readonly sampledAt?: string;
  readonly because: string;
}

/** Judges every store that can be measured by the newest samples, in the plan's order. */
export const judgeLags = (
  plan: Plan,
  { from, to }: { readonly from: Region; readonly to: Region },
  samples: readonly LagSample[],
  nowMs: number,
): LagFinding[] =>
  having(plan, 'measureLag').map(({ name }): LagFinding => {
    const pair = `${name} in ${to}`;
    const sample = samples.find(({ resource }) => resource === name);
    if (!sample) return { resource: name, says: 'unknown', because: `nobody knows how far ${pair} is behind ${from}` };
    const { seconds, at: sampledAt } = sample;
    const ageSeconds = (nowMs - Date.parse(sampledAt)) / 1000;
    const measured = { resource: name, seconds, sampledAt };
    if (ageSeconds > SAMPLE_AGE_SECONDS_MAX) {
      const because = `nobody knows how far ${pair} is behind ${from}: it was ${seconds} s ${ageSeconds.toFixed(0)} s ago`;
      return { ...measured, says: 'unknown', because };
    }
    const limit = `${pair} is ${seconds} s behind ${from}; the plan allows ${plan.watch.lagSeconds} s`;
    return { ...measured, says: seconds > plan.watch.lagSeconds ? 'behind' : 'within', because: limit };
  });
