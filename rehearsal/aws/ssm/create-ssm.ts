import { z } from 'zod';
import { resourceType } from '../../deploy/resource-type';
import type { World } from '../../world/world';
import type { Ssm } from '../services/storage';
import { tags } from '../tags';
import { getParameter } from './get-parameter';
import { createParameters, VALUE_BYTES_MAX } from './parameters';
import { putParameter } from './put-parameter';

/** Systems Manager's Parameter Store, with parameters of type String. */
export const createSsm = (world: World, account: string): Ssm => {
  const parameters = createParameters(account);
  const listeners: Parameters<Ssm['onPut']>[0][] = [];
  return {
    client: 'SSMClient',
    operations: [
      getParameter(parameters),
      putParameter(parameters, (...put) => listeners.forEach((seen) => seen(...put))),
    ],
    resourceTypes: [
      resourceType('AWS::SSM::Parameter', properties, ({ Name, Value }, { region }) => {
        if (parameters.get(region, Name))
          throw new Error(`a parameter ${Name} exists already in ${region}; choose another Name`);
        parameters.put(region, Name, Value, world.clock.now());
        return { ref: Name, attributes: { Type: 'String', Value } };
      }),
    ],
    change: (region, parameter, change) => {
      const before = parameters.get(region, parameter);
      if (!before || !world.network.alive(region)) return;
      const value = change(before.value);
      parameters.put(region, parameter, value, world.clock.now());
      const what = `a person changes ${parameter}`;
      const id = world.trace.add({ type: 'fault', region, what, causes: [] });
      listeners.forEach((seen) => seen(region, parameter, value, id));
    },
    value: (region, parameter) => parameters.get(region, parameter)?.value,
    onPut: (seen) => void listeners.push(seen),
  };
};

const properties = z.strictObject({
  Name: z.string().regex(/^[\w./-]+$/),
  Type: z.literal('String'),
  Value: z.string().min(1).max(VALUE_BYTES_MAX),
  Tier: z.literal('Standard').optional(),
  DataType: z.literal('text').optional(),
  // For people to read.
  Description: z.string().optional(),
  Tags: z.union([tags, z.record(z.string(), z.string())]).optional(),
});
