import type { Plan, Region, Resource } from '../../lambdas/plan/plan';
import type { Cloud } from '../aws/cloud';

type Fence = Extract<Resource, { kind: `fence-${string}` }>;

/** The simulated AWS as far as fences reach into it. */
export type FencedCloud = Pick<Cloud, 'ecs' | 'ec2' | 'events' | 'functions'>;

/** A worker's tasks in every Region: a standby's consume what arrives there. */
const TASKS = 2;

/** A function of the application ends within this time, and polls one queue. */
const FUNCTION = { timeoutSeconds: 20, eventSources: 1 };

/** Puts in place what a fence of the plan may stop in a Region: it writes. */
export const adoptFenced = (fence: Fence, region: Region, { ecs, ec2, events, functions }: FencedCloud): void => {
  switch (fence.kind) {
    case 'fence-ecs':
      return ecs.adopt(region, fence.cluster, fence.service, TASKS);
    case 'fence-eventbridge-rule':
      return fence.rules.forEach((rule) => events.adoptRule(region, fence.bus, rule));
    case 'fence-lambda':
      return fence.functions.forEach((name) => functions.adopt(region, name, FUNCTION));
    case 'fence-network-acl':
      return fence.subnets[region]?.forEach((subnet) =>
        ec2.adopt(region, subnet, { open: fence.open[region]!, denied: fence.denied[region]! }),
      );
  }
};

/** Whether what each fence of the plan may stop can write, in every Region of the workload: the ground truth. */
export const fencedWriters = (
  cloud: FencedCloud,
  { resources, regions }: Pick<Plan, 'resources' | 'regions'>,
): readonly { readonly resource: string; readonly region: Region; readonly canWrite: boolean }[] =>
  resources.filter(isFence).flatMap((fence) =>
    regions.map(({ name: region }) => ({
      resource: fence.name,
      region,
      canWrite: canWrite(fence, region, cloud),
    })),
  );

const isFence = (resource: Resource): resource is Fence => resource.kind.startsWith('fence-');

const canWrite = (fence: Fence, region: Region, { ecs, ec2, events, functions }: FencedCloud): boolean => {
  switch (fence.kind) {
    case 'fence-ecs':
      return ecs.running(region, fence.cluster, fence.service) > 0;
    case 'fence-eventbridge-rule':
      return fence.rules.some((rule) => events.isEnabled(region, fence.bus, rule));
    case 'fence-lambda':
      return fence.functions.some((name) => functions.runs(region, name));
    case 'fence-network-acl':
      return (fence.subnets[region] ?? []).some((subnet) => ec2.acl(region, subnet) !== fence.denied[region]);
  }
};
