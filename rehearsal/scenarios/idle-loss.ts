import type { Scenario } from './scenario';

/** The application lives in the second Region; the first, which is the home of AWS's global control planes, dies. */
export const idleLoss: Scenario = {
  name: 'us-east-1-idle-loss',
  journey: 'failover',
  summary: 'the application lives in the second Region when the first falls silent; users notice nothing',
  faults: ['F1', 'F30', 'F37'],
  livesIn: 'the second Region',
  strike: ({ cloud, standby }) => cloud.world.network.kill(standby),
  expects: { outcome: 'held', started: 'by an alarm', users: 'undisturbed', because: /there is nothing to move/ },
  watchSecondsMax: 600,
};
