import type { Stage } from './scenario';

/** SDK services whose control planes live in us-east-1 alone (F37). */
const ONE_REGION = new Set(['iam', 'route53', 'cloudfront', 'organizations']);

/** Operations of Regional control planes that functions of ours may ask for; data planes go on. */
const REGIONAL = new Set(['rds', 'ecs', 'sfn']);

/** Lets the control planes that live in one Region, and those of `region`, answer nobody; what they set up goes on working. */
export const loseControlPlanes = ({ cloud }: Stage, region: string): void => {
  cloud.world.faults.call = ({ service, operation, region: asked }) => {
    if (!ONE_REGION.has(service) && !(REGIONAL.has(service) && asked === region)) return;
    throw Object.assign(new Error(`${service} ${operation} in ${asked}: the control plane does not answer`), {
      name: 'ServiceUnavailable',
      $metadata: { httpStatusCode: 503 },
    });
  };
};
