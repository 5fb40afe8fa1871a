import * as z from 'zod';
import { alarmSays, alarmStateChange } from './alarm-state-change';
import type { Signal } from './signal';

/** The alarm of an observer that finds a Region down. */
export const lossAlarm = alarmStateChange('RegionDown', z.object({ Region: z.string() }));

export const fromAlarm = (event: z.output<typeof lossAlarm>): Signal => ({
  from: 'alarm',
  suspect: event.detail.configuration.metrics[0]!.metricStat.metric.dimensions.Region,
  because: alarmSays(event),
});
