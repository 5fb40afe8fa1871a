import { createHash } from 'node:crypto';
import type { Placement } from './resource-type';

/** The name that CloudFormation makes up for a resource without one: the same for the same stack and logical id. */
export const physicalName = ({ stack, logicalId, region }: Placement): string => {
  const suffix = createHash('sha256').update(`${region} ${stack} ${logicalId}`).digest('hex').slice(0, 12);
  // 64 characters is the tightest limit among the resources named here (roles, functions).
  return `${`${stack}-${logicalId}`.slice(0, 51)}-${suffix}`;
};
