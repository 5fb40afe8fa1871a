import type { ReadinessFact } from '../decision/facts';
import type { Outside } from '../outside';
import type { Plan, Region } from '../plan/plan';
import { having, kindOf } from '../resources/registry';

/** Asks every resource whether it could take over in `region`; whoever cannot be asked is unknown (S3, S18). */
export const askReadiness = (plan: Plan, region: Region, outside: Outside): Promise<ReadinessFact[]> =>
  Promise.all(
    having(plan, 'readiness').map(async (resource): Promise<ReadinessFact> => {
      try {
        return await kindOf(resource).readiness!(resource, region, outside);
      } catch (fault) {
        const why = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
        return { resource: resource.name, says: 'unknown', because: `${resource.name} could not be asked (${why})` };
      }
    }),
  );
