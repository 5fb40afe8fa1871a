import { DescribeServicesCommand, ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { critical } from '../../aws';
import type { Outside } from '../../outside';
import type { Region } from '../../plan/plan';
import { done, pending, refused, type Acting, type Kind, type Readiness } from '../kind';
import type { EcsService } from './schema';

/**
 * Brings the target's tasks to what the plan says the active Region needs. When a Region is lost everybody asks for
 * capacity, so what is still missing after a while is reported and the move goes on: a check proves whether it serves.
 */
const scale: Acting<EcsService> = {
  deadlineSeconds: 240,
  async start(resource, { to }, { outside, aboutToAct }) {
    const service = await describe(resource, to, outside);
    if (!service) return refused(`${resource.name} does not exist in ${to}`);
    if (service.desired < resource.tasks) {
      await aboutToAct();
      await outside.aws(ECSClient, critical(to)).send(
        new UpdateServiceCommand({
          cluster: resource.cluster,
          service: resource.service,
          desiredCount: resource.tasks,
        }),
      );
    }
    return progress(resource, to, service.running);
  },
  async poll(resource, { to }, { outside }) {
    const service = await describe(resource, to, outside);
    return service ? progress(resource, to, service.running) : refused(`${resource.name} does not exist in ${to}`);
  },
};

const progress = ({ name, tasks }: EcsService, region: Region, running: number) => {
  const told = `${name} runs ${running} of ${tasks} tasks in ${region}`;
  return running >= tasks ? done(told) : pending(told);
};

const readiness = async (resource: EcsService, region: Region, outside: Outside): Promise<Readiness> => {
  const service = await describe(resource, region, outside);
  const about = { resource: resource.name, region };
  if (!service) return { ...about, says: 'not-ready', because: `${resource.name} does not exist in ${region}` };
  if (service.running === 0)
    return { ...about, says: 'not-ready', because: `${resource.name} runs no task in ${region}` };
  return { ...about, says: 'ready', because: `${resource.name} runs ${service.running} tasks in ${region}` };
};

const describe = async (
  { cluster, service }: EcsService,
  region: Region,
  { aws }: Outside,
): Promise<{ desired: number; running: number } | undefined> => {
  const { services } = await aws(ECSClient, critical(region)).send(
    new DescribeServicesCommand({ cluster, services: [service] }),
  );
  const found = services?.find(({ serviceName, status }) => serviceName === service && status === 'ACTIVE');
  return found && { desired: found.desiredCount ?? 0, running: found.runningCount ?? 0 };
};

/** An ECS service that stands in every workload Region, small where nobody uses it. */
export const ecsServiceKind: Kind<EcsService> = { scale, readiness };
