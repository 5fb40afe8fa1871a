import { DescribeServicesCommand, ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import * as z from 'zod';
import { fenceBy, type Place } from '../fence-by';
import type { FenceEcs } from './schema';

const before = z.object({ desired: z.int().nonnegative() });

type Was = z.output<typeof before>;

/**
 * Stops every task of a service: desired count 0, confirmed when none runs. A task that is told to stop has its
 * `stopTimeout` to end, 30 s unless the task definition says more, and writes until then.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_timeout
 */
export const fenceEcsKind = fenceBy<FenceEcs, Was>({
  before,
  async look(resource, at) {
    const { desired, running } = await describe(resource, at);
    return {
      closed: desired === 0,
      ...(running > 0 ? { stillBusy: `${running} tasks have not stopped` } : {}),
      drainSeconds: 0,
      now: { desired },
      because: `${resource.cluster}/${resource.service} wants ${desired} tasks and runs ${running}`,
    };
  },
  close: (resource, _, at) => want(resource, 0, at),
  reopen: (resource, { desired }, at) => want(resource, desired, at),
});

const want = async ({ cluster, service }: FenceEcs, desiredCount: number, at: Place): Promise<void> => {
  await at.outside.aws(ECSClient, at.limits).send(new UpdateServiceCommand({ cluster, service, desiredCount }));
};

const describe = async ({ cluster, service }: FenceEcs, at: Place) => {
  const { services } = await at.outside
    .aws(ECSClient, at.limits)
    .send(new DescribeServicesCommand({ cluster, services: [service] }));
  const found = services?.find(({ serviceName, status }) => serviceName === service && status === 'ACTIVE');
  if (found?.desiredCount === undefined || found.runningCount === undefined)
    throw new Error(`${cluster}/${service} does not exist in ${at.region}`);
  return { desired: found.desiredCount, running: found.runningCount };
};
