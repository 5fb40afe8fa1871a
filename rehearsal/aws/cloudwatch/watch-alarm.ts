import type { World } from '../../world/world';
import type { EventBridge } from '../services/signals';
import { drawMs } from '../latencies';
import { uuid } from '../uuid';
import type { Alarm } from './alarm';
import { alarmEvent } from './alarm-event';
import { evaluated, unchecked } from './alarm-state';
import { evaluate } from './evaluate';
import type { MetricStore } from './metric-store';
import { decisive, periodsOf, stepSeconds } from './periods';

/** Evaluates an alarm for as long as the world runs; each change of its state is traced and emitted as an event. */
export const watchAlarm = (
  world: World,
  account: string,
  store: MetricStore,
  events: Pick<EventBridge, 'emit'>,
  alarm: Alarm,
): void => {
  const { clock, network, trace } = world;
  const random = world.random(`cloudwatch alarm ${alarm.region} ${alarm.name}`);
  const metricId = uuid(random);
  let state = unchecked(clock.now());

  const look = () => {
    if (!network.alive(alarm.region)) return;
    const periods = periodsOf(alarm, store, clock.now());
    const value = evaluate(
      periods.map(({ verdict }) => verdict),
      alarm,
    );
    if (value === 'unchanged' || value === state.value) return;
    const from = state;
    state = evaluated(alarm, value, periods, clock.now());
    const id = trace.add({
      type: 'alarm',
      region: alarm.region,
      what: `${alarm.name}: ${from.value} → ${value}`,
      because: state.reason,
      causes: decisive(alarm, periods).flatMap(({ ids }) => ids),
    });
    const ids = { account, event: uuid(random), metric: metricId };
    const event = alarmEvent(alarm, { from, to: state, atMs: clock.now() }, ids);
    clock.after(drawMs(world, 'cloudwatch.alarm-event'), () => events.emit(alarm.region, event, [id]));
  };

  // Each alarm has its own moment within the step, as AWS spreads its work.
  const stepMs = stepSeconds(alarm) * 1_000;
  const untilStepMs = stepMs - (clock.now() % stepMs);
  clock.every(stepMs, look, untilStepMs + Math.floor(random() * stepMs));
};
