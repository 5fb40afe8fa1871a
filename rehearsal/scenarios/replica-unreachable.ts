import { refuseCalls } from '../faults/refuse-calls';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** The active Region falls silent while DynamoDB's endpoint in the standby Region answers nobody. */
export const replicaUnreachable: Scenario = {
  ...regionLoss,
  name: 'replica-unreachable',
  summary: 'the active Region falls silent while DynamoDB does not answer in the standby; the third replica is asked',
  faults: ['F1', 'F30'],
  strike: (stage) => {
    const { cloud, standby } = stage;
    refuseCalls(cloud.world, ({ service, region }) => service === 'dynamodb' && region === standby);
    regionLoss.strike(stage);
  },
};
