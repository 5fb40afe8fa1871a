import type { Scenario } from './scenario';
import { needsUsersAlarm, usersAlarmsGoOff } from './users-alarms';

/** The user's alarm goes off for another reason than a loss: it is a wake-up, and decides nothing (S4). */
export const falseSignal: Scenario = {
  name: 'false-signal',
  journey: 'failover',
  summary: 'an alarm of the user’s goes off while all is well; the run it starts looks for itself, and nothing moves',
  faults: [],
  isAnEvent: true,
  needs: needsUsersAlarm,
  strike: usersAlarmsGoOff,
  expects: { outcome: 'held', started: 'by an alarm', users: 'undisturbed', because: /nobody reports its loss/ },
  watchSecondsMax: 300,
};
