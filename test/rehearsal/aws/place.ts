import type { Placement, ResourceType } from '../../../rehearsal/deploy/resource-type';

/** Creates a resource as a deployment does, from properties without functions; the schema checks them too. */
export const place = (
  types: readonly ResourceType[],
  type: string,
  properties: object,
  at: Partial<Placement> = {},
): ReturnType<ResourceType['create']> => {
  const found = types.find((known) => known.type === type);
  if (!found) throw new Error(`${type} is not among ${types.map((known) => known.type).join(', ')}`);
  const placement = { region: 'us-east-1', account: '111122223333', stack: 'Shop', logicalId: 'It', assemblyDir: '/' };
  return found.create(found.properties.parse(properties) as never, { ...placement, ...at });
};
