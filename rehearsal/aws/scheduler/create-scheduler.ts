import type { Json } from '../../asl/json';
import { resourceType } from '../../deploy/resource-type';
import type { World } from '../../world/world';
import type { Scheduler } from '../services/signals';
import type { Deliver } from '../eventbridge/deliver';
import { deliverWithRetries } from '../eventbridge/deliver-with-retries';
import { SCHEDULED_TIME, scheduleProperties, toSchedule, type Schedule } from './schedule';

/** EventBridge Scheduler in every Region; targets are started through `deliver`. */
export const createScheduler = (world: World, account: string, deliver: Deliver): Scheduler => {
  const schedules: Schedule[] = [];
  return {
    operations: [],
    resourceTypes: [
      resourceType('AWS::Scheduler::Schedule', scheduleProperties, (properties, placement) => {
        const schedule = toSchedule(properties, { ...placement, account });
        schedules.push(schedule);
        if (schedule.enabled) keep(world, deliver, schedule);
        return { ref: schedule.name, attributes: { Arn: schedule.arn } };
      }),
    ],
    get schedules() {
      return schedules.map(({ region, name, enabled, targetArn }) => ({ region, name, enabled, targetArn }));
    },
  };
};

const MINUTE_MS = 60_000;

/**
 * Starts the target somewhere within each due minute, so two starts of `rate(1 minute)` can be 119 s apart.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule.html (60-second precision)
 */
const keep = (world: World, deliver: Deliver, schedule: Schedule): void => {
  const { clock } = world;
  const random = world.random(`schedule ${schedule.arn}`);
  const createdMs = clock.now() - (clock.now() % MINUTE_MS);
  const begin = (dueMs: number): void => {
    clock.after(Math.floor(random() * MINUTE_MS), () => start(world, deliver, schedule, dueMs));
    wait(schedule.recurs.after(dueMs));
  };
  const wait = (dueMs: number): void => void clock.after(dueMs - clock.now(), () => begin(dueMs));
  wait(schedule.recurs.first(createdMs));
};

const start = (world: World, deliver: Deliver, schedule: Schedule, dueMs: number): void => {
  const { region, name, arn, targetArn, roleArn, input, retryPolicy } = schedule;
  // What a dead Region did not start is not made up for when it returns.
  if (!world.network.alive(region)) return;
  if (world.faults.startMissed?.(schedule)) {
    world.trace.add({ type: 'fault', region, what: `schedule ${name} missed a start`, causes: [] });
    return;
  }
  const id = world.trace.add({ type: 'schedule', region, what: `schedule ${name} is due`, causes: [] });
  const delivery = {
    targetArn,
    roleArn,
    service: 'scheduler.amazonaws.com',
    sourceArn: arn,
    region,
    input: filledIn(input, dueMs),
    causes: [id],
  } as const;
  void deliverWithRetries(world, deliver, delivery, retryPolicy);
};

/** `2022-03-22T18:59:43Z` in AWS's own example. */
const filledIn = (input: Json, dueMs: number): Json =>
  JSON.parse(
    JSON.stringify(input).replaceAll(SCHEDULED_TIME, new Date(dueMs).toISOString().replace('.000Z', 'Z')),
  ) as Json;
