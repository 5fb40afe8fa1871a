import { refuseCalls } from '../faults/refuse-calls';
import { spoil } from '../faults/spoil';
import type { Scenario } from './scenario';

/** CloudWatch takes no more data anywhere: every alarm of ours turns INSUFFICIENT_DATA, and switches keep their last word. */
export const insufficientDataStorm: Scenario = {
  name: 'insufficient-data-storm',
  journey: 'failover',
  summary: 'no metric arrives in any Region and every alarm lacks data; that is no news, and nothing moves',
  faults: ['F12', 'F13'],
  strike: ({ cloud }) => {
    const listen = spoil(cloud.world.faults, 'metricMissed', () => () => true);
    const allow = refuseCalls(cloud.world, ({ service }) => service === 'cloudwatch');
    return () => {
      listen();
      allow();
    };
  },
  expects: { outcome: 'held', started: 'never', users: 'undisturbed' },
  watchSecondsMax: 420,
};
