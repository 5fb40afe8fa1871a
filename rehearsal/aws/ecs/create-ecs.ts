import type { Ecs } from '../services/compute';
import { describeServices } from './operations/describe-services';
import { updateService } from './operations/update-service';
import { createRunningServices } from './running-services';

/** ECS with services that stand before Understudy is deployed. */
export const createEcs = (): Ecs => {
  const services = createRunningServices();
  return {
    client: 'ECSClient',
    operations: [describeServices(services), updateService(services)],
    resourceTypes: [],
    adopt: (region, cluster, name, tasks) =>
      services.add({ region, cluster, name, desired: tasks, running: tasks, pending: 0 }),
    running: (region, cluster, name) => services.find(region, cluster, name).running,
    end: (region, cluster, name) =>
      void Object.assign(services.find(region, cluster, name), { desired: 0, running: 0 }),
  };
};
