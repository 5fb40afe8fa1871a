import { allRegions } from '../../lib/regions';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** The active Region is cut off from every other one, and goes on serving users and its own writers until its gate closes. */
export const partitionOfActive: Scenario = {
  ...regionLoss,
  name: 'partition-of-active',
  summary: 'the active Region is cut off from the others and still serves; its gate closes before anything is promoted',
  faults: ['F3'],
  // A witness still sees the active Region, and nothing is promoted with a loss while it answers anybody (S15): people decide.
  needs: { what: 'a plan without a witness', has: ({ witness }) => witness === undefined },
  strike: ({ cloud: { world }, plan, active }) => {
    const others = new Set(allRegions(plan));
    others.delete(active);
    for (const other of others) {
      world.network.cut(active, other);
      world.network.cut(other, active);
    }
  },
};
