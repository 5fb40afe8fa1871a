import { isBehind } from './outcome';
import type { Execution, StepFunctions } from './aws/services/compute';
import type { EventBridge } from './aws/services/signals';
import { areServed } from './soak/progress-is-made';
import type { Users } from './world/users';
import type { World } from './world/world';

/** Between two deliveries, and how long the runs that they start may take. */
const EVERY_SECONDS = 1;
const RUNS_SECONDS_MAX = 300;

/** Nobody learns more from more of them. */
const EVENTS_MAX = 30;

/** Where events arrive. */
interface Arena {
  readonly world: Pick<World, 'clock' | 'trace'>;
  readonly events: Pick<EventBridge, 'delivered' | 'redeliver'>;
  readonly states: Pick<StepFunctions, 'executions'>;
}

/**
 * Delivers the first events that ever reached a target once more, as many as a share in [0, 1) says; the result is the names
 * of the runs that they started. Where users were not served all the time, a run may rightly act, and there is no result.
 */
export const replayEvents = async (
  { events, states, world }: Arena,
  users: Pick<Users, 'requests'>,
  share: number,
): Promise<readonly string[]> => {
  const { clock, trace } = world;
  if (!areServed(users, clock.now())) return [];
  const again = events.delivered.slice(0, Math.min(EVENTS_MAX, Math.ceil(events.delivered.length * share)));
  const startMs = clock.now();
  const what = `the first ${again.length} events are delivered once more`;
  const id = trace.add({ type: 'fault', region: 'everywhere', what, causes: [] });
  for (const delivery of again) {
    events.redeliver(delivery, [id]);
    await clock.sleep(EVERY_SECONDS * 1000);
  }
  const started = () => states.executions.filter(({ startedAt }) => startedAt >= startMs);
  await clock.sleep(SETTLE_SECONDS * 1000);
  const untilMs = clock.now() + RUNS_SECONDS_MAX * 1000;
  while (started().some(({ status }) => status === 'RUNNING') && clock.now() < untilMs) await clock.sleep(5_000);
  const isCalm = users.requests.every(({ at, good }) => at < startMs || good);
  const isReplayed = ({ causes }: Execution) => isBehind(trace, causes, (entry) => entry.id === id);
  return isCalm
    ? started()
        .filter(isReplayed)
        .map(({ name }) => name)
    : [];
};

/** Events reach other Regions' buses and their targets within this time. */
const SETTLE_SECONDS = 10;
