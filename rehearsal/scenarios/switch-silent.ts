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
    cloud.world.faults.call = ({ service, operation, region }) => {
      if (service !== 'cloudwatch' || workload.includes(region)) return;
      throw Object.assign(new Error(`${service} ${operation} in ${region}: the endpoint does not answer`), {
        name: 'ServiceUnavailable',
        $metadata: { httpStatusCode: 503 },
      });
    };
    for (const resource of plan.resources) {
      if (resource.kind === 'ecs-service') cloud.ecs.end(active, resource.cluster, resource.service);
    }
  },
};
