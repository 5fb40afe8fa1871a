import { names } from '../../../lambdas/plan/names';
import { regionsOf } from '../../../rehearsal/faults/places';
import type { Stage } from '../../../rehearsal/scenarios/scenario';
import { findStuck } from '../../../rehearsal/soak/progress-is-made';
import { createWorld } from '../../../rehearsal/world/create-world';
import type { Users } from '../../../rehearsal/world/users';
import { quickStart } from '../../quick-start';

/** How many seconds pass until the soak says that all is well, while users are served and a run ends after so many seconds. */
const secondsUntilWell = async (endsAfterSeconds: number): Promise<number> => {
  const world = createWorld(1);
  const { clock } = world;
  const run: { region: string; endedAt?: number } = { region: 'us-west-2' };
  const stage = { plan: quickStart(), cloud: { world, states: { executions: [run] } } } as unknown as Stage;
  const users = {
    get requests() {
      return [{ at: clock.now(), good: true }];
    },
  } as unknown as Users;
  try {
    const beganMs = clock.now();
    clock.after(endsAfterSeconds * 1000, () => {
      run.endedAt = clock.now();
    });
    expect(await world.run(findStuck(stage, users))).toEqual([]);
    return (clock.now() - beganMs) / 1000;
  } finally {
    world.close();
  }
};

it('I16 lets the run end that has brought users back, because cut off it would not have moved in time', async () => {
  expect(await secondsUntilWell(60)).toBe(60);
});

it('waits no longer for it than for anything else that must come by itself', async () => {
  expect(await secondsUntilWell(3_600)).toBe(300);
});

/** What a person must do where nothing ever runs: when they come, and how often they ask; users may be served after so long. */
const helped = async (servedAfterSeconds: number, sustainedSeconds = 90) => {
  const world = createWorld(1);
  const { clock } = world;
  const plan = quickStart();
  const started: string[] = [];
  const states = {
    executions: [],
    machines: regionsOf(plan).map((region) => ({
      name: names(plan).machine('kill-switch'),
      region,
      arn: region,
    })),
    start: ({ machineArn }: { machineArn: string }) => started.push(machineArn),
  };
  const cloud = { world, states, sns: { published: [] }, dynamodb: { item: () => undefined } };
  const stage = { plan: { ...plan, automation: { ...plan.automation, sustainedSeconds } }, cloud } as unknown as Stage;
  const beganMs = clock.now();
  const users = {
    get requests() {
      return [{ at: clock.now(), good: clock.now() - beganMs >= servedAfterSeconds * 1000 }];
    },
  } as unknown as Users;
  try {
    const stuck = await world.run(findStuck(stage, users));
    const came = world.trace.entries.find(({ what }) => what === 'a person helps');
    return {
      stuck,
      cameAtSeconds: came && came.t / 1000,
      asks: started.filter((region) => region === plan.regions[0]!.name).length,
    };
  } finally {
    world.close();
  }
};

it('S4 waits for the run that an observer starts where no event comes, before a person helps', async () => {
  expect(await helped(145)).toEqual({ stuck: [], cameAtSeconds: undefined, asks: 0 });
  expect((await helped(Infinity)).cameAtSeconds).toBe(150);
  expect((await helped(Infinity, 60)).cameAtSeconds).toBe(120);
});

it('lets a person ask eight times at most, because a start that works one time in ten is stuck', async () => {
  const { stuck, asks } = await helped(Infinity);
  expect(stuck).toEqual(['users are not served 1500 s after a person came to help: nobody asks']);
  expect(asks).toBe(8);
});
