import { UnderstudyError } from '../../lambdas/errors';
import { DeployFault } from '../deploy/deploy-fault';
import { planOfAssembly } from '../deploy/plan-of-assembly';
import { faultsNamed } from '../faults/all';
import { rehearse } from '../rehearse';
import { toResult } from '../report/result';
import { writeRehearsal } from '../report/write';
import { scenarioNamed } from '../scenarios/find';
import { serve } from './serve';

/** One rehearsal of an assembly for a worker process. */
export interface RehearsalJob {
  readonly assemblyDir: string;
  readonly scenario: string;
  readonly seed: number;
  /** The ids of faults to add. */
  readonly faults: readonly string[];
  /** Where evidence and trace are written. */
  readonly out: string;
}

/** What `rehearse --json` prints, or the message of an error that says by itself what is wrong with the app. */
export type RehearsalAnswer = { readonly result: ReturnType<typeof toResult> } | { readonly stoppedBy: string };

serve(async ({ assemblyDir, scenario, seed, faults, out }: RehearsalJob): Promise<RehearsalAnswer> => {
  try {
    const plan = planOfAssembly(assemblyDir);
    const rehearsal = await rehearse({
      plan,
      scenario: scenarioNamed(scenario),
      seed,
      faults: faultsNamed(faults),
      assemblyDir,
    });
    writeRehearsal(rehearsal, out);
    return { result: toResult(rehearsal) };
  } catch (fault) {
    if (fault instanceof UnderstudyError || fault instanceof DeployFault) return { stoppedBy: fault.message };
    throw fault;
  }
});
