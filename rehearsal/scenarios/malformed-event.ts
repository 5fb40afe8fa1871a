import { names } from '../../lambdas/plan/names';
import type { Scenario } from './scenario';

/** Something sends an event that looks like our alarm's to the rule, and like nothing to the parser. */
export const malformedEvent: Scenario = {
  name: 'malformed-event',
  journey: 'failover',
  summary: 'an event that only looks like an alarm reaches the rule; the run refuses it and changes nothing',
  faults: [],
  isAnEvent: true,
  strike: ({ cloud, plan, active, standby }) => {
    const alarm = names(plan).downAlarm(active);
    cloud.events.emit(
      standby,
      {
        version: '0',
        id: '00000000-0000-4000-8000-000000000000',
        'detail-type': 'CloudWatch Alarm State Change',
        source: 'aws.cloudwatch',
        account: cloud.account,
        time: new Date(cloud.world.clock.now()).toISOString(),
        region: standby,
        resources: [`arn:aws:cloudwatch:${standby}:${cloud.account}:alarm:${alarm}`],
        detail: { alarmName: alarm, state: { value: 'ALARM' }, configuration: 'none' },
      },
      [],
    );
  },
  expects: { outcome: 'aborted', started: 'by an event', error: 'InvalidSignal', because: /nothing was changed/ },
  watchSecondsMax: 180,
};
