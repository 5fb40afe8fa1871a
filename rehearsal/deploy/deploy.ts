import type { Service } from '../aws/services/simulated-service';
import { readAssembly, type Stack } from './assembly';
import { deployStack } from './deploy-stack';
import { inertTypes } from './inert-types';
import type { ResourceType } from './resource-type';

/**
 * Deploys every stack of a cloud assembly into the simulated AWS, and answers them. What a template does not say does
 * not exist afterwards; what the simulation does not know is a `DeployFault` that names it.
 */
export const deploy = (
  cloud: { readonly account: string; readonly services: readonly Service[] },
  assemblyDir: string,
): readonly Stack[] => {
  const types = new Map<string, ResourceType>();
  for (const type of [...cloud.services.flatMap(({ resourceTypes }) => resourceTypes), ...inertTypes]) {
    if (types.has(type.type)) throw new Error(`${type.type} has two simulations`);
    types.set(type.type, type);
  }
  const stacks = readAssembly(assemblyDir);
  for (const stack of stacks) deployStack(stack, { account: cloud.account, assemblyDir, types });
  return stacks;
};
