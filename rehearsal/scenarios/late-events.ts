import { names } from '../../lambdas/plan/names';
import type { Scenario } from './scenario';

const DAY_MS = 24 * 3_600_000;

/** EventBridge delivers an event up to a day late: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
export const lateEvents: Scenario = {
  name: 'late-events',
  journey: 'failover',
  summary: 'the event of yesterday’s alarm arrives while all is well; nothing moves',
  faults: ['F16'],
  isAnEvent: true,
  strike: ({ cloud, plan, active, standby }) => {
    const alarm = names(plan).downAlarm(active);
    const metric = { namespace: 'Understudy', name: 'RegionDown', dimensions: { Region: active } };
    cloud.events.emit(
      standby,
      {
        version: '0',
        id: '00000000-0000-4000-8000-000000000001',
        'detail-type': 'CloudWatch Alarm State Change',
        source: 'aws.cloudwatch',
        account: cloud.account,
        time: new Date(cloud.world.clock.now() - DAY_MS).toISOString(),
        region: standby,
        resources: [`arn:aws:cloudwatch:${standby}:${cloud.account}:alarm:${alarm}`],
        detail: {
          alarmName: alarm,
          state: { value: 'ALARM', reason: 'a loss of yesterday' },
          configuration: { metrics: [{ metricStat: { metric, period: 10, stat: 'Maximum' } }] },
        },
      },
      [],
    );
  },
  expects: {
    outcome: 'held',
    started: 'by an event',
    users: 'undisturbed',
    because: /nobody reports its loss/,
  },
  watchSecondsMax: 300,
};
