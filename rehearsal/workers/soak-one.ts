import { planOfAssembly } from '../deploy/plan-of-assembly';
import { play, type Played } from '../soak/play';
import type { Trial } from '../soak/trial';
import { serve } from './serve';

/** One trial of the soak for a worker process. */
export interface TrialJob {
  readonly trial: Trial;
  readonly assemblyDir: string;
  /** Whether an error tells where it came from. */
  readonly stacks: boolean;
}

serve(({ trial, assemblyDir, stacks }: TrialJob): Promise<Played> => {
  // The SDK makes an error with every request, in case there is one; following the stack of each takes a sixth of the time.
  Error.stackTraceLimit = stacks ? 30 : 0;
  return play(trial, { plan: planOfAssembly(assemblyDir), assemblyDir });
});
