import type { Stage } from './scenario';

/** SDK clients of services whose control planes live in us-east-1 alone (F37). */
const ONE_REGION_CONTROL_PLANES = new Set(['iam', 'route53', 'cloudfront', 'organizations']);

/** Lets the control planes that live in one Region answer nobody; what they once set up goes on working. */
export const loseControlPlanes = ({ cloud }: Stage): void => {
  cloud.world.faults.call = ({ service, operation }) => {
    if (!ONE_REGION_CONTROL_PLANES.has(service)) return;
    throw Object.assign(new Error(`${service} ${operation}: the control plane does not answer`), {
      name: 'ServiceUnavailable',
      $metadata: { httpStatusCode: 503 },
    });
  };
};
