import { switchRegions } from '../../lambdas/plan/switch-regions';
import { refuseCalls } from '../faults/refuse-calls';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** The application alone dies in the active Region, and the one switch Region without a workload cannot be told of it. */
export const switchSilent: Scenario = {
  ...regionLoss,
  name: 'switch-silent',
  summary: 'the application dies, not its Region, and CloudWatch is silent in the third switch Region; two switches do',
  faults: ['F30'],
  strike: ({ cloud, plan, active }) => {
    const workload = plan.regions.map(({ name }) => name);
    const silent = switchRegions(plan).find((region) => !workload.includes(region));
    refuseCalls(cloud.world, ({ service, region }) => service === 'cloudwatch' && region === silent);
    for (const resource of plan.resources) {
      if (resource.kind === 'ecs-service') cloud.ecs.end(active, resource.cluster, resource.service);
    }
  },
};
