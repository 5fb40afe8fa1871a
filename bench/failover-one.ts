import { planOfAssembly } from '../rehearsal/deploy/plan-of-assembly';
import type { Moment } from '../rehearsal/report/chronicle';
import { play } from '../rehearsal/soak/play';
import { serve } from '../rehearsal/workers/serve';
import type { TrialJob } from '../rehearsal/workers/soak-one';

/** One region loss, in seconds of real time. */
export interface Timed {
  readonly outcome: string;
  /** From the loss until people were told that the application has moved; until everything was over, where they were not. */
  readonly failoverSeconds: number;
  /** All of it: deploying, calm before the loss, the failover, waiting until users are served, and judging. */
  readonly trialSeconds: number;
}

/** Plays a trial as a worker of the soak does, and holds a watch. */
const time = async ({ trial, assemblyDir }: TrialJob): Promise<Timed> => {
  Error.stackTraceLimit = 0;
  const beganMs = performance.now();
  let lostMs: number | undefined;
  let movedMs: number | undefined;
  const listen = ({ what }: Moment): void => {
    if (what.startsWith(`${trial.scenario}: `)) lostMs ??= performance.now();
    if (/^notices: .*: moved$/.test(what)) movedMs ??= performance.now();
  };
  const { outcome } = await play(trial, { plan: planOfAssembly(assemblyDir), assemblyDir, listen });
  const endMs = performance.now();
  return {
    outcome,
    failoverSeconds: ((movedMs ?? endMs) - (lostMs ?? beganMs)) / 1000,
    trialSeconds: (endMs - beganMs) / 1000,
  };
};

serve(time);
