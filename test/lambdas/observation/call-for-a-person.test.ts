import { callForAPerson } from '../../../lambdas/observation/call-for-a-person';
import { LOOP_SECONDS } from '../../../lambdas/plan/timing';
import type { Vote } from '../../../lambdas/observation/vote';
import { EAST, machineArn, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const at = (minutes: number, seconds = 0) => new Date(Date.UTC(2026, 0, 6, 9, minutes, seconds)).toISOString();
/** A vote of three minutes past nine, or later, that each Region has been down for so many seconds. */
const vote = (downSeconds: Readonly<Record<string, number>>, minutes = 3): Vote => ({
  observer: WEST,
  generation: 1,
  at: at(minutes),
  opinions: Object.entries(downSeconds).map(([region, seconds]) => ({
    region,
    says: 'down',
    since: at(minutes, -seconds),
    because: 'silent',
    failing: ['home'],
  })),
  lags: [],
});
/** The stage's only machines are the failovers; which one is started does not matter here. */
const call = (one: Vote) => stage.run(callForAPerson(stage.outside(WEST), stage.plan, machineArn(WEST), one));
const runs = () => stage.cloud.states.executions.map(({ name, input }) => ({ name, input }));

it('is made when every Region that could serve has been down for longer than a failover waits', async () => {
  await call(vote({ [EAST]: 200, [WEST]: 109 }));
  expect(runs()).toEqual([]);
  await call(vote({ [EAST]: 200, [WEST]: 110 }));
  expect(runs()).toEqual([
    {
      name: 'incident-2026-01-06T0900',
      input: {
        observer: WEST,
        down: [
          { region: EAST, since: at(3, -200) },
          { region: WEST, since: at(3, -110) },
        ],
      },
    },
  ]);
});

it('is made once in half an hour, because people know after the first', async () => {
  for (const minutes of [3, 29, 30, 59]) await call(vote({ [EAST]: 200, [WEST]: 200 }, minutes));
  expect(runs().map(({ name }) => name)).toEqual(['incident-2026-01-06T0900', 'incident-2026-01-06T0930']);
});

it('does not wait for longer than half a loop, because without the authority a loop remembers no more than itself', async () => {
  const plan = { ...stage.plan, automation: { ...stage.plan.automation, sustainedSeconds: 3_600 } };
  const callFor = (one: Vote) => stage.run(callForAPerson(stage.outside(WEST), plan, machineArn(WEST), one));
  const enough = LOOP_SECONDS / 2;
  await callFor(vote({ [EAST]: enough, [WEST]: enough - 1 }));
  expect(runs()).toEqual([]);
  await callFor(vote({ [EAST]: enough, [WEST]: enough }));
  expect(runs()).toHaveLength(1);
});

it('S3 is not made while of one Region nothing is known', async () => {
  const both = vote({ [EAST]: 200, [WEST]: 200 });
  const opinions = both.opinions.map((one) => (one.region === WEST ? { ...one, says: 'unknown' as const } : one));
  await call({ ...both, opinions });
  expect(runs()).toEqual([]);
});

it('is not made in a Region that runs the workload: it has no incident', async () => {
  await stage.run(callForAPerson(stage.outside(WEST), stage.plan, undefined, vote({ [EAST]: 200, [WEST]: 200 })));
  expect(runs()).toEqual([]);
});
