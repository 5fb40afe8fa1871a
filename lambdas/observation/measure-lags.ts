import type { Outside } from '../outside';
import type { Plan, Region } from '../plan/plan';
import type { LagSample } from '../resources/kind';
import { having, kindOf } from '../resources/registry';

/** Samples every store's lag from the active Region to this one; what cannot be read is left out (S3). */
export const measureLags = async (
  plan: Plan,
  { from, to }: { readonly from: Region | undefined; readonly to: Region },
  outside: Outside,
): Promise<LagSample[]> => {
  const isReplica = plan.regions.some(({ name }) => name === to) && from !== undefined && from !== to;
  if (!isReplica) return [];
  const samples = await Promise.all(
    having(plan, 'measureLag').map((resource) =>
      kindOf(resource).measureLag!(resource, { from, to }, outside).catch((fault: unknown) => {
        outside.log({
          level: 'warn',
          resource: resource.name,
          error: fault instanceof Error ? fault.name : String(fault),
        });
        return undefined;
      }),
    ),
  );
  return samples.filter((sample) => sample !== undefined);
};
