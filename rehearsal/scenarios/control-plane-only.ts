import { loseControlPlanes } from './control-planes';
import type { Scenario } from './scenario';

/** Control planes are gone, the application lives: whoever moves now makes an outage of none. */
export const controlPlaneOnly: Scenario = {
  name: 'control-plane-only',
  journey: 'failover',
  summary:
    'IAM, the Route 53 API and the active Region’s control planes answer nobody, the application lives; nothing may move',
  faults: ['F2', 'F37'],
  strike: (stage) => loseControlPlanes(stage, stage.active),
  expects: { outcome: 'held', started: 'never', users: 'undisturbed' },
  watchSecondsMax: 300,
};
