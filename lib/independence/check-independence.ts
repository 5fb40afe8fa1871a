import type { Plan, Region } from '../../lambdas/plan/plan';
import type { Permission, Used } from '../uses/use';
import { forbidden } from './forbidden';

/** A function of the failover path asks for more than it may (S20, S21); the app is not synthesized. */
export class NotIndependent extends Error {
  override readonly name = 'NotIndependent';
}

/** A function, where it runs, and all that it declares; its role allows this and nothing else. */
interface Declared {
  readonly functionName: string;
  readonly site: { readonly plan: Pick<Plan, 'regions'>; readonly region: Region };
  readonly used: readonly Used[];
}

/**
 * Holds what a function of the failover path declares against S20 and S21: nothing whose control plane lives in one
 * Region, nothing that creates, and nothing that the journey waits for in a Region that may be the lost one. Roles are
 * made of these declarations alone (`leastRole`), so IAM allows no more than passes here.
 */
export const checkIndependence = ({ functionName, site, used }: Declared): void => {
  for (const permission of used.flatMap(({ permissions }) => permissions)) {
    for (const action of permission.actions) {
      const rule = forbidden.find(({ actions }) => actions.test(action));
      if (rule) refuse(functionName, `${action}: ${rule.because} (${rule.source})`, 'move it off the failover path');
    }
    const lost = mayBeLost(permission, site);
    if (lost !== undefined) {
      refuse(
        functionName,
        `${permission.actions.join(', ')} in ${lost} on the critical path, and ${lost} may be the lost Region`,
        'declare it best-effort, or write in `elsewhere` why the lost Region is never asked',
      );
    }
  }
};

const refuse = (functionName: string, wrong: string, fix: string): never => {
  throw new NotIndependent(`${functionName} declares ${wrong}; allowed are calls that no lost Region can stop; ${fix}`);
};

/** Another workload Region that the permission reaches, unless the declaration says that this does no harm. */
const mayBeLost = (permission: Permission, { plan, region }: Declared['site']): Region | undefined => {
  if (permission.path === 'best-effort' || permission.elsewhere !== undefined) return undefined;
  const reached = new Set([...permission.resources.map(regionOf), ...requestedRegions(permission)]);
  return plan.regions.map(({ name }) => name).find((name) => name !== region && reached.has(name));
};

/** `arn:partition:service:Region:account:resource`; the Region is empty where there is none. */
const regionOf = (arn: string): string => arn.split(':')[3] ?? '';

const requestedRegions = ({ conditions }: Permission): readonly string[] =>
  [conditions?.['StringEquals']?.['aws:RequestedRegion'] ?? []].flat();
