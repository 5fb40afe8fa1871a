import type { Scenario } from './scenario';

/** An ordinary day: the lag is measured and published every minute, and nobody hears of it. */
export const replicationWatch: Scenario = {
  name: 'replication-watch',
  journey: 'replication-watch',
  summary: 'replicas keep up; their lag is published every minute, and no run is started',
  faults: [],
  strike: () => undefined,
  expects: {
    outcome: 'held',
    started: 'never',
    users: 'undisturbed',
    leaves: ({ cloud, plan }) => {
      const published = cloud.world.trace.entries.filter(({ what }) =>
        what.startsWith('Understudy ReplicationLagSeconds'),
      );
      const stores = plan.resources.filter(({ kind }) => kind === 'aurora-global').length;
      return published.length >= 5 * stores ? [] : [`the lag was published ${published.length} times in ten minutes`];
    },
  },
  watchSecondsMax: 240,
};
