import { names } from '../../lambdas/plan/names';
import { closedFences } from './closed-fences';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** The active Region falls silent, and is back as soon as a run has taken the lead from it. */
export const recoversInTime: Scenario = {
  ...regionLoss,
  name: 'recovers-in-time',
  summary: 'the active Region falls silent and answers again before anything is promoted; the run gives the lead back',
  faults: ['F32'],
  strike: (stage) => {
    const { cloud, plan, active } = stage;
    const { network, trace } = cloud.world;
    regionLoss.strike(stage);
    trace.onAdd(({ type, what }) => {
      if (type === 'step' && what === names(plan).handler('fence')) network.revive(active);
    });
  },
  expects: {
    outcome: 'aborted',
    started: 'by an alarm',
    verdicts: ['wait', 'proceed'],
    because: /nothing was promoted, so the lead went back/,
    changes: [
      'PutParameter',
      'UpdateService',
      'PutFunctionConcurrency',
      'DeleteFunctionConcurrency',
      'UpdateEventSourceMapping',
      'ReplaceNetworkAclAssociation',
      'DisableRule',
      'EnableRule',
    ],
    leaves: closedFences,
  },
};
