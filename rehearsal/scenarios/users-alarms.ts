import type { Plan } from '../../lambdas/plan/plan';
import { compositeAlarmEvent } from '../aws/cloudwatch/composite-alarm-event';
import { uuid } from '../aws/uuid';
import type { Scenario, Stage } from './scenario';

/** The alarms of the user's that the plan names. */
const usersAlarms = ({ signals }: Plan) =>
  signals.flatMap(({ alarm, in: region, lost }) =>
    alarm !== undefined && region !== undefined ? [{ name: alarm, region, lost }] : [],
  );

/** A plan whose user owns an alarm on the loss of the Region that is active first. */
export const needsUsersAlarm: NonNullable<Scenario['needs']> = {
  what: 'a plan with a signal on the loss of its first Region by an alarm of the user’s',
  has: (plan) => usersAlarms(plan).some(({ lost }) => lost === plan.regions[0]?.name),
};

/** The user's alarms on the loss of the active Region go off, wherever they are; CloudWatch tells its bus. */
export const usersAlarmsGoOff = ({ cloud, plan, active }: Stage): void => {
  const { trace, clock, random } = cloud.world;
  for (const { name, region } of usersAlarms(plan).filter(({ lost }) => lost === active)) {
    const id = trace.add({ type: 'alarm', region, what: `${name}: OK → ALARM`, causes: [] });
    const goingOff = { name, region, account: cloud.account, atMs: clock.now(), id: uuid(random('users alarms')) };
    cloud.events.emit(region, compositeAlarmEvent(goingOff), [id]);
  }
};
