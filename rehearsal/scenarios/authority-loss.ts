import { refuseCalls } from '../faults/refuse-calls';
import type { Scenario } from './scenario';

/** DynamoDB answers nobody in any Region: nobody may renew, and nobody may act. */
export const authorityLoss: Scenario = {
  name: 'authority-loss',
  journey: 'failover',
  summary: 'no replica of the authority’s table answers; nothing is promoted, and writes end when the gate’s time does',
  faults: [],
  strike: ({ cloud }) => refuseCalls(cloud.world, ({ service }) => service === 'dynamodb'),
  expects: {
    outcome: 'held',
    started: 'by an alarm',
    users: 'cut off by their gate',
    because: /the authority cannot be read/,
  },
  watchSecondsMax: 1800,
};
