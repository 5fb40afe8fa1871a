import { planOfAssembly } from '../deploy/plan-of-assembly';
import { trials } from '../necessary/trials';
import { rehearse, type Rehearsal } from '../rehearse';
import { serve } from '../workers/serve';

/** One rehearsal of an assembly, and by which trial. */
export interface Job {
  readonly assemblyDir: string;
  readonly trial: string;
}

/** What its roles were granted and used, and what was not as expected. */
export type Answer = Pick<Rehearsal, 'grants' | 'problems'>;

serve(async ({ assemblyDir, trial }: Job): Promise<Answer> => {
  const scenario = trials.find(({ name }) => name === trial)!;
  const { grants, problems } = await rehearse({ plan: planOfAssembly(assemblyDir), scenario, seed: 1, assemblyDir });
  return { grants, problems };
});
