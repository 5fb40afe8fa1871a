import type { World } from '../../world/world';
import { drawMs } from '../latencies';

/** A service and how many tasks it wants, runs and starts. */
export interface RunningService {
  readonly region: string;
  readonly cluster: string;
  readonly name: string;
  desired: number;
  running: number;
  pending: number;
}

/** Changes how many tasks are wanted: missing ones start and surplus ones stop, each in its own time. */
export const setDesired = (world: World, service: RunningService, desired: number, cause: string): void => {
  service.desired = desired;
  const missing = Math.max(0, desired - service.running - service.pending);
  service.pending += missing;
  const id = note(world, service, `wants ${desired} tasks, runs ${service.running}`, cause);
  for (let task = 0; task < missing; task++) startTask(world, service, id);
  for (let task = desired; task < service.running; task++) stopTask(world, service, id);
};

/** A task that is told to stop finishes what it does, and writes until then. */
const stopTask = (world: World, service: RunningService, cause: string): void => {
  world.clock.after(drawMs(world, 'ecs.task-stop'), () => {
    if (service.running <= service.desired) return;
    service.running--;
    if (service.running === service.desired) note(world, service, `runs ${service.running} tasks`, cause);
  });
};

const startTask = (world: World, service: RunningService, cause: string): void => {
  world.clock.after(drawMs(world, 'ecs.task-start'), () => {
    if (!world.network.alive(service.region)) {
      // Nothing starts in a dead Region; ECS tries again when it is back.
      startTask(world, service, cause);
      return;
    }
    service.pending--;
    if (service.running >= service.desired) return;
    service.running++;
    if (service.running === service.desired) note(world, service, `runs ${service.running} tasks`, cause);
  });
};

const note = (world: World, { region, cluster, name }: RunningService, what: string, cause: string): string =>
  world.trace.add({ type: 'state', region, what: `${cluster}/${name}: ${what}`, causes: [cause] });
