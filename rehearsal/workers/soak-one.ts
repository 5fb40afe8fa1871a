import { planOfAssembly } from '../deploy/plan-of-assembly';
import { play, type Played } from '../soak/play';
import type { Trial } from '../soak/trial';
import { serve } from './serve';

/** One trial of the soak for a worker process. */
export interface TrialJob {
  readonly trial: Trial;
  readonly assemblyDir: string;
}

serve(({ trial, assemblyDir }: TrialJob): Promise<Played> =>
  play(trial, { plan: planOfAssembly(assemblyDir), assemblyDir }),
);
