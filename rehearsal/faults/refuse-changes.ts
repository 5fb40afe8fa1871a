import { conflictsOf } from '../aws/conflicts';
import type { Fault } from './fault';
import { between, oneOf } from './places';
import { spoil } from './spoil';

/** This share of changes finds another one under way. */
const SHARE = [0.2, 0.9] as const;

/** What was asked for is not done, and the same request may be taken a moment later: a conflict is no final answer. */
export const refuseChanges: Fault = {
  name: 'refuse-changes',
  id: 'F26',
  summary: 'changes are refused because another one is under way, by each service’s own codes',
  passes: true,
  strike: ({ cloud: { world } }, draw) => {
    const share = between(SHARE, draw());
    return spoil(world.faults, 'call', (before) => (call) => {
      before?.(call);
      const { service, operation, region } = call;
      const refusals = conflictsOf(service, operation);
      if (refusals.length === 0 || draw() >= share) return;
      throw oneOf(refusals, draw())(`${operation} in ${region}: another change is under way`);
    });
  },
};
