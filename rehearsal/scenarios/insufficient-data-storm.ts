import { refuseCalls } from '../faults/refuse-calls';
import type { Scenario } from './scenario';

/** CloudWatch takes no more data anywhere: every alarm of ours turns INSUFFICIENT_DATA, and switches keep their last word. */
export const insufficientDataStorm: Scenario = {
  name: 'insufficient-data-storm',
  journey: 'failover',
  summary: 'no metric arrives in any Region and every alarm lacks data; that is no news, and nothing moves',
  faults: ['F12', 'F13'],
  strike: ({ cloud }) => {
    cloud.world.faults.metricMissed = () => true;
    refuseCalls(cloud.world, ({ service }) => service === 'cloudwatch');
  },
  expects: { outcome: 'held', started: 'never', users: 'undisturbed' },
  watchSecondsMax: 420,
};
