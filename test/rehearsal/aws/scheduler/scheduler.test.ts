import type { Delivery } from '../../../../rehearsal/aws/eventbridge/deliver';
import { createScheduler } from '../../../../rehearsal/aws/scheduler/create-scheduler';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import type { World } from '../../../../rehearsal/world/world';
import { createResource } from '../ask-service';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const schedule = {
  Name: 'observe',
  ScheduleExpression: 'rate(1 minute)',
  ScheduleExpressionTimezone: 'Etc/UTC',
  FlexibleTimeWindow: { Mode: 'OFF' },
  State: 'ENABLED',
  Target: {
    Arn: 'arn:aws:lambda:us-east-1:111122223333:function:observe:1',
    RoleArn: 'arn:aws:iam::111122223333:role/start',
    Input: '{}',
    RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 },
  },
};

const schedulerOf = (inWorld: World = world) => {
  const starts: (Delivery & { at: number })[] = [];
  const scheduler = createScheduler(inWorld, '111122223333', async (delivery) => {
    starts.push({ ...delivery, at: world.clock.now() });
  });
  return { scheduler, starts };
};
const MINUTE = 60_000;
const pass = (ms: number) => world.run(world.clock.sleep(ms));

describe('a schedule', () => {
  it('starts its target with its input, as a role that the Scheduler assumes', async () => {
    const { scheduler, starts } = schedulerOf();
    expect(createResource(scheduler, 'AWS::Scheduler::Schedule', schedule)).toEqual({
      ref: 'observe',
      attributes: { Arn: 'arn:aws:scheduler:us-east-1:111122223333:schedule/default/observe' },
    });
    await pass(2 * MINUTE);
    expect(starts).toMatchObject([
      {
        targetArn: schedule.Target.Arn,
        roleArn: schedule.Target.RoleArn,
        service: 'scheduler.amazonaws.com',
        sourceArn: 'arn:aws:scheduler:us-east-1:111122223333:schedule/default/observe',
        region: 'us-east-1',
        input: {},
        causes: ['t1'],
      },
    ]);
    expect(world.trace.entries[0]).toMatchObject({ id: 't1', type: 'schedule', what: 'schedule observe is due' });
  });

  it('starts once in every minute, at a second of that minute that the seed chooses', async () => {
    const { scheduler, starts } = schedulerOf();
    createResource(scheduler, 'AWS::Scheduler::Schedule', schedule);
    const begin = world.clock.now();
    await pass(61 * MINUTE);
    expect(starts.map(({ at }) => Math.floor((at - begin) / MINUTE))).toEqual(
      Array.from({ length: 60 }, (_, i) => i + 1),
    );
    expect(new Set(starts.map(({ at }) => at % MINUTE)).size).toBeGreaterThan(30);
  });

  it('S11 can leave 119 s between two starts, which the lease arithmetic must survive', async () => {
    const draws = [0, 0.9999, 0, 0.9999];
    const { scheduler, starts } = schedulerOf({ ...world, random: () => () => draws.shift() ?? 0 });
    createResource(scheduler, 'AWS::Scheduler::Schedule', schedule);
    await pass(5 * MINUTE);
    const [first = 0, second = 0] = starts.map(({ at }) => at);
    expect(second - first).toBeGreaterThan(119_000);
    expect(second - first).toBeLessThan(120_000);
  });

  it('starts every five minutes at rate(5 minutes)', async () => {
    const { scheduler, starts } = schedulerOf();
    createResource(scheduler, 'AWS::Scheduler::Schedule', { ...schedule, ScheduleExpression: 'rate(5 minutes)' });
    await pass(60 * MINUTE);
    expect(starts).toHaveLength(12);
  });

  it('starts in the first minute of every sixth hour at cron(0 0/6 * * ? *), and tells the target which it is', async () => {
    const { scheduler, starts } = schedulerOf();
    createResource(scheduler, 'AWS::Scheduler::Schedule', {
      ...schedule,
      ScheduleExpression: 'cron(0 0/6 * * ? *)',
      ScheduleExpressionTimezone: 'UTC',
      Target: { ...schedule.Target, Input: '{"at":"<aws.scheduler.scheduled-time>"}' },
    });
    await pass(24 * 60 * MINUTE);
    expect(starts.map(({ input }) => (input as { at: string }).at)).toEqual([
      '2026-01-06T12:00:00Z',
      '2026-01-06T18:00:00Z',
      '2026-01-07T00:00:00Z',
      '2026-01-07T06:00:00Z',
    ]);
    const lates = starts.map(({ at, input }) => at - Date.parse((input as { at: string }).at));
    expect(Math.max(...lates)).toBeLessThan(MINUTE);
    expect(Math.min(...lates)).toBeGreaterThanOrEqual(0);
  });

  it('starts in the first minute of every quarter of an hour at cron(0/15 * * * ? *)', async () => {
    const { scheduler, starts } = schedulerOf();
    const quarterly = { ...schedule, ScheduleExpression: 'cron(0/15 * * * ? *)', ScheduleExpressionTimezone: 'UTC' };
    createResource(scheduler, 'AWS::Scheduler::Schedule', quarterly);
    await pass(61 * MINUTE);
    expect(starts.map(({ at }) => new Date(at).getUTCMinutes())).toEqual([15, 30, 45, 0]);
  });

  it('starts nothing in a dead Region, and makes up for nothing when it returns, whatever may be retried', async () => {
    const { scheduler, starts } = schedulerOf();
    const Target = { ...schedule.Target, RetryPolicy: undefined };
    createResource(scheduler, 'AWS::Scheduler::Schedule', { ...schedule, Target });
    world.network.kill('us-east-1');
    await pass(30 * MINUTE);
    world.network.revive('us-east-1');
    await pass(30 * MINUTE);
    expect(starts.length).toBeGreaterThanOrEqual(29);
    expect(starts.length).toBeLessThanOrEqual(31);
  });

  it('starts nothing while disabled, and is listed all the same', async () => {
    const { scheduler, starts } = schedulerOf();
    createResource(scheduler, 'AWS::Scheduler::Schedule', { ...schedule, State: 'DISABLED' });
    await pass(5 * MINUTE);
    expect(starts).toEqual([]);
    expect(scheduler.schedules).toEqual([
      { region: 'us-east-1', name: 'observe', enabled: false, targetArn: schedule.Target.Arn },
    ]);
  });

  it.each<[string, object, RegExp]>([
    ['some days', { ScheduleExpression: 'cron(0 9 ? * MON *)' }, /cron\(0 9 \? \* MON \*\) in \S+ is not simulated/],
    [
      'hours of a place that changes its clocks',
      { ScheduleExpression: 'cron(0 9 * * ? *)', ScheduleExpressionTimezone: 'Europe/Berlin' },
      /in Europe\/Berlin is not simulated/,
    ],
    ['a flexible window', { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } }, /Mode/],
    ['an end', { EndDate: '2027-01-01T00:00:00Z' }, /EndDate/],
    ['no input', { Target: { ...schedule.Target, Input: undefined } }, /Input is required/],
    [
      'an input that is no JSON',
      { Target: { ...schedule.Target, Input: '{' } },
      /schedule observe: Input must be JSON/,
    ],
    [
      'context attributes',
      { Target: { ...schedule.Target, Input: '{"a":"<aws.scheduler.execution-id>"}' } },
      /only <aws.scheduler.scheduled-time> is simulated/,
    ],
    ['a dead-letter queue', { Target: { ...schedule.Target, DeadLetterConfig: {} } }, /DeadLetterConfig/],
  ])('refuses %s by name', (_, change, message) => {
    const { scheduler } = schedulerOf();
    expect(() => createResource(scheduler, 'AWS::Scheduler::Schedule', { ...schedule, ...change })).toThrow(message);
  });
});
