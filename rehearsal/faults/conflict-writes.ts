import { writeConflict } from '../aws/dynamodb/errors';
import type { Fault } from './fault';
import { between } from './places';
import { spoil } from './spoil';

/** This share of writes. */
const SHARE = [0.1, 0.8] as const;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html (MRSC) */
export const conflictWrites: Fault = {
  name: 'conflict-writes',
  id: 'F23',
  summary: 'writes of the authority’s table conflict with writes in other Regions',
  passes: true,
  strike: ({ cloud: { world } }, draw) => {
    const share = between(SHARE, draw());
    return spoil(world.faults, 'call', (before) => (call) => {
      before?.(call);
      if (call.service !== 'dynamodb' || !/^(Put|Update)Item$/.test(call.operation) || draw() >= share) return;
      throw writeConflict();
    });
  },
};
