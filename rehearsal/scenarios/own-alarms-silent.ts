import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';
import { needsUsersAlarm, usersAlarmsGoOff } from './users-alarms';

/** CloudWatch loses what observers publish, so no alarm of ours goes off; one of the user's, in a third Region, does. */
export const ownAlarmsSilent: Scenario = {
  ...regionLoss,
  name: 'own-alarms-silent',
  summary:
    'the active Region falls silent, and so do our own alarms; one of the user’s crosses Regions and wakes us up',
  faults: ['F1', 'F12'],
  needs: needsUsersAlarm,
  strike: (stage) => {
    const { world } = stage.cloud;
    world.faults.metricMissed = ({ name }) => name === 'RegionDown';
    world.network.kill(stage.active);
    world.clock.after(USERS_ALARM_MS, () => usersAlarmsGoOff(stage));
  },
  expects: { outcome: 'moved', started: 'by an alarm', verdicts: ['wait', 'proceed'] },
};

/** One period of a minute and the time until CloudWatch has looked at it. */
const USERS_ALARM_MS = 75_000;
