import { healthEvent } from '../aws/health-event';
import { uuid } from '../aws/uuid';
import { runsOf } from '../outcome';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** AWS says itself that something is wrong in the Region that is lost; the evidence shows it, and nobody waits for it. */
export const healthAdvice: Scenario = {
  ...regionLoss,
  name: 'health-advice',
  summary: 'the active Region falls silent and AWS Health says why; the evidence shows it as advice',
  strike: (stage) => {
    const { cloud, active, standby } = stage;
    const { clock, network, random, trace } = cloud.world;
    network.kill(active);
    clock.after(UNTIL_AWS_KNOWS_MS, () => {
      const id = uuid(random('aws health'));
      const issue = { service: 'DYNAMODB', region: active, at: standby, account: cloud.account, atMs: clock.now(), id };
      const cause = trace.add({
        type: 'health',
        region: standby,
        what: `AWS Health: ${active} has an issue`,
        causes: [],
      });
      cloud.events.emit(standby, healthEvent(issue), [cause]);
    });
  },
  expects: {
    ...regionLoss.expects,
    leaves: ({ cloud, plan }) => {
      const runs = runsOf(cloud, plan, 'failover', 0);
      const shown = runs.some(({ evidenceText }) => evidenceText?.includes('AWS_DYNAMODB_OPERATIONAL_ISSUE'));
      return shown ? [] : ['no evidence shows what AWS Health said'];
    },
  },
};

/** Later than the first assessment, and before the last. */
const UNTIL_AWS_KNOWS_MS = 60_000;
