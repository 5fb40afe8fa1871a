import { planNamed } from '../soak/every-plan';
import { synthesize } from '../synthesize';
import { serve } from './serve';

/** The name of a plan, as `--plan` takes it, for a worker process; the answer is the directory of its assembly. */
export type SynthesisJob = string;

serve((name: SynthesisJob): Promise<string> => Promise.resolve(synthesize(planNamed(name).plan).dir));
