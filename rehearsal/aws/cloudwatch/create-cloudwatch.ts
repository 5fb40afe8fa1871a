import { resourceType } from '../../deploy/resource-type';
import type { World } from '../../world/world';
import type { CloudWatch, EventBridge } from '../services/signals';
import { alarmProperties, toAlarm, type Alarm } from './alarm';
import { evaluate } from './evaluate';
import { getMetricData } from './get-metric-data';
import { createMetricStore, type Point } from './metric-store';
import { decisive, periodsOf } from './periods';
import { putMetricData } from './put-metric-data';
import { storeDatum } from './store-datum';
import { watchAlarm } from './watch-alarm';

/** CloudWatch's metrics and metric alarms in every Region; a change of an alarm's state goes to `events`. */
export const createCloudWatch = (world: World, account: string, events: Pick<EventBridge, 'emit'>): CloudWatch => {
  const store = createMetricStore();
  const alarms = new Map<string, Alarm>();
  const find = (region: string, name: string) => alarms.get(`${region} ${name}`);
  const standardPeriods = (alarm: Alarm) => periodsOf(alarm, store, world.clock.now(), visibleToRoute53(alarm));

  return {
    client: 'CloudWatchClient',
    operations: [putMetricData(world, store), getMetricData(world, store)],
    resourceTypes: [
      resourceType('AWS::CloudWatch::Alarm', alarmProperties, (properties, placement) => {
        const alarm = toAlarm(properties, { ...placement, account });
        if (find(alarm.region, alarm.name)) {
          throw new Error(`alarm ${alarm.name} already exists in ${alarm.region}: give each alarm a name of its own`);
        }
        alarms.set(`${alarm.region} ${alarm.name}`, alarm);
        watchAlarm(world, account, store, events, alarm);
        return { ref: alarm.name, attributes: { Arn: alarm.arn } };
      }),
    ],
    put: (region, { namespace, name, dimensions, value, resolutionSeconds, atMs = world.clock.now() }, causes) => {
      if (!world.network.alive(region) || world.faults.metricMissed?.({ namespace, name })) return;
      storeDatum(world, store, {
        region,
        metric: { namespace, name, dimensions },
        atMs,
        values: [{ value, count: 1 }],
        resolutionSeconds,
        causes,
      });
    },
    judge: (region, name) => {
      const alarm = find(region, name);
      if (!alarm) return undefined;
      const state = evaluate(
        standardPeriods(alarm).map(({ verdict }) => verdict),
        alarm,
      );
      return state === 'unchanged' ? 'INSUFFICIENT_DATA' : state;
    },
    judgedBy: (region, name) => {
      const alarm = find(region, name);
      return alarm ? decisive(alarm, standardPeriods(alarm)).flatMap(({ ids }) => ids) : [];
    },
  };
};

/**
 * Route 53 reads standard-resolution metrics only, so an alarm with a period below a minute has no data for it.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html
 */
const visibleToRoute53 =
  ({ periodSeconds }: Alarm) =>
  ({ resolutionSeconds }: Point): boolean =>
    periodSeconds >= 60 && resolutionSeconds === 60;
