import { names } from '../../lambdas/plan/names';
import type { Scenario } from './scenario';

/** The way out of the standby Region fails: its observer reaches neither the application elsewhere nor anybody else. */
export const oneObserverBlind: Scenario = {
  name: 'one-observer-blind',
  journey: 'failover',
  summary: 'the standby’s observer reaches nobody outside of its Region; it abstains, and nothing moves',
  faults: ['F11'],
  strike: ({ cloud: { world }, active, standby }) => {
    world.network.cut(standby, 'internet');
    world.network.cut(standby, active);
  },
  expects: {
    outcome: 'held',
    users: 'undisturbed',
    because: /there is nothing to move/,
    leaves: ({ cloud, plan, active, standby }) => {
      const vote = cloud.dynamodb.item(names(plan).table, { pk: 'vote', sk: standby });
      const opinions = (vote?.['opinions'] ?? []) as readonly { readonly region: string; readonly says: string }[];
      const says = opinions.find(({ region }) => region === active)?.says;
      return says === 'abstains' ? [] : [`the blind observer in ${standby} says that ${active} is ${says}`];
    },
  },
  watchSecondsMax: 300,
};
