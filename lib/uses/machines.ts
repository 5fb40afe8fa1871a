import { names } from '../../lambdas/plan/names';
import { workloadRegions } from '../regions';
import type { Site } from './site';
import type { Use } from './use';

/** The failover machines of all workload Regions; an observer starts one of them when events are lost (F17). */
export const machines: Use<Site> = ({ plan, partition, account }) => {
  const arns = workloadRegions(plan).map(
    (region) =>
      [region, `arn:${partition}:states:${region}:${account}:stateMachine:${names(plan).machine('failover')}`] as const,
  );
  return {
    environment: { MACHINES: JSON.stringify(Object.fromEntries(arns)) },
    permissions: [
      {
        actions: ['states:StartExecution'],
        resources: arns.map(([, arn]) => arn),
        elsewhere: 'an observer starts the run where it would take over, which is not the Region that it finds down',
      },
    ],
  };
};
