import { names } from '../../lambdas/plan/names';
import { workloadRegions } from '../regions';
import type { Site } from './site';
import type { Use } from './use';

/**
 * The failover machines of all workload Regions; an observer starts one of them when events are lost (F17). Where nothing
 * takes over, also the incident there: it tells people when no workload Region is left.
 */
export const machines: Use<Site> = (site) => {
  const { plan, partition, account } = site;
  const arnOf = (region: string, journey: string) =>
    `arn:${partition}:states:${region}:${account}:stateMachine:${names(plan).machine(journey)}`;
  const failover = workloadRegions(plan).map((region) => [region, arnOf(region, 'failover')] as const);
  const incident = workloadRegions(plan).includes(site.region) ? undefined : arnOf(site.region, 'incident');
  return {
    environment: { MACHINES: JSON.stringify({ failover: Object.fromEntries(failover), incident }) },
    permissions: [
      {
        actions: ['states:StartExecution'],
        resources: failover.map(([, arn]) => arn),
        elsewhere: 'an observer starts the run where it would take over, which is not the Region that it finds down',
      },
      ...(incident === undefined ? [] : [{ actions: ['states:StartExecution'], resources: [incident] }]),
    ],
  };
};
