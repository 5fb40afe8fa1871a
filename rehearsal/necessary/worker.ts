import { DeployFault } from '../deploy/deploy-fault';
import { planOfAssembly } from '../deploy/plan-of-assembly';
import { rehearse } from '../rehearse';
import { serve } from '../workers/serve';
import { trials } from './trials';
import { without, type Place } from './without';

/** What to delete from an assembly, and the trials that may notice it, in their order. */
export interface Job {
  readonly assemblyDir: string;
  readonly deleted: readonly Place[];
  readonly trials: readonly string[];
}

/** What noticed it first, `deployment` or a trial, and what it says; null when nothing did. */
export type Noticed = { readonly by: string; readonly because: string } | null;

serve(async ({ assemblyDir, deleted, trials: names }: Job): Promise<Noticed> => {
  const { dir, remove } = without(assemblyDir, deleted);
  try {
    for (const name of names) {
      const noticed = await rehearseIn(dir, name);
      if (noticed) return noticed;
    }
    return null;
  } finally {
    remove();
  }
});

const rehearseIn = async (assemblyDir: string, name: string): Promise<Noticed> => {
  try {
    const plan = planOfAssembly(assemblyDir);
    const scenario = trials.find((trial) => trial.name === name)!;
    const { problems } = await rehearse({ plan, scenario, seed: 1, assemblyDir });
    return problems.length === 0 ? null : { by: name, because: problems[0]! };
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    return { by: fault instanceof DeployFault ? 'deployment' : name, because: fault.message };
  }
};
