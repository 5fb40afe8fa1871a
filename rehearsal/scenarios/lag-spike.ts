import type { Scenario } from './scenario';

/** Far beyond the plan's 30 s, and far within its RPO: people should know, and nobody should move. */
const LATE_MS = 95_000;

/** Replication falls behind; people hear of it while the application goes on. */
export const lagSpike: Scenario = {
  name: 'lag-spike',
  journey: 'replication-watch',
  summary: `rows take ${LATE_MS / 1000} s to reach the standby; people are told, and nothing moves`,
  faults: [],
  isAnEvent: true,
  strike: ({ cloud, plan, standby }) => {
    for (const resource of plan.resources) {
      if (resource.kind === 'aurora-global') cloud.rds.slowReplication(resource.globalCluster, standby, LATE_MS);
    }
  },
  expects: {
    outcome: 'completed',
    started: 'by an alarm',
    users: 'undisturbed',
    because: /is \d+(\.\d+)? s behind .*; the plan allows 30 s/,
    leaves: ({ cloud }) =>
      cloud.sns.published.some(({ message }) => message.includes('s behind')) ? [] : ['nobody was told of the lag'],
  },
  watchSecondsMax: 900,
};
