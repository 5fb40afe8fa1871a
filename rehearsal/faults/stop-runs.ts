import { names } from '../../lambdas/plan/names';
import type { Fault } from './fault';
import { between } from './places';

/** Each run is stopped so long after it was seen. */
const AFTER_SECONDS = [1, 240] as const;
const LOOKS_EVERY_MS = 2_000;

/** Somebody presses *Stop execution* in the console, instead of the kill switch: nothing is taken back, and nobody is told. */
export const stopRuns: Fault = {
  name: 'stop-runs',
  id: 'F35',
  summary: 'somebody stops runs of the failover in the console, between any two of their steps',
  passes: true,
  byPeople: true,
  strike: ({ cloud: { states, world }, plan }, draw) => {
    const seen = new Set<string>();
    return world.clock.every(LOOKS_EVERY_MS, () => {
      for (const execution of states.executions) {
        const { arn, machine, status } = execution;
        if (status !== 'RUNNING' || machine !== names(plan).machine('failover') || seen.has(arn)) continue;
        seen.add(arn);
        world.clock.after(between(AFTER_SECONDS, draw()) * 1000, () => states.stop(execution));
      }
    });
  },
};
