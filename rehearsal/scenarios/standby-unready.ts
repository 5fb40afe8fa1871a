import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** The active Region falls silent while the standby's databases have no instance. */
export const standbyUnready: Scenario = {
  ...regionLoss,
  name: 'standby-unready',
  summary: 'the active Region falls silent, and the standby database has no instance; moving would help nobody',
  faults: ['F1'],
  prepare: ({ cloud, plan, standby }) => {
    for (const resource of plan.resources) {
      if (resource.kind === 'aurora-global') cloud.rds.removeInstances(resource.globalCluster, standby);
    }
  },
  expects: {
    outcome: 'held',
    started: 'by an alarm',
    verdicts: ['wait', 'hold'],
    because: /is not ready: .*no instance/,
  },
  watchSecondsMax: 300,
};
