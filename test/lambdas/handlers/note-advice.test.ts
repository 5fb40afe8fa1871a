import { askAdvice } from '../../../lambdas/assessment/advice';
import * as noteAdvice from '../../../lambdas/handlers/note-advice';
import { refuseCalls } from '../../../rehearsal/faults/refuse-calls';
import { healthEvent } from '../../../rehearsal/aws/health-event';
import { EAST, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const HOUR_MS = 3_600_000;
const issue = (atMs: number, service = 'DYNAMODB', detail: object = {}) => {
  const event = healthEvent({ service, region: EAST, at: WEST, account: '111122223333', atMs, id: 'e1' });
  return { ...event, detail: { ...(event.detail as object), ...detail } };
};
const note = (event: unknown) => stage.run(call(stage, noteAdvice, WEST, event));
const advice = (of = EAST) => stage.run(askAdvice(stage.replicas(WEST, of), of));

it('notes what AWS says, and how long ago it was said, for the Region that it is about', async () => {
  await note(issue(stage.world.clock.now() - 60_000));
  expect(await advice()).toMatchObject([{ because: expect.stringMatching(/^AWS Health says AWS_DYNAMODB/) }]);
  expect((await advice())[0]!.ageSeconds).toBeGreaterThanOrEqual(60);
  expect(await advice(WEST)).toEqual([]);
});

it('S4 keeps the newest word of each service, in whatever order and however often the events come', async () => {
  const nowMs = stage.world.clock.now();
  const closed = issue(nowMs - 10_000, 'DYNAMODB', { statusCode: 'closed' });
  await note(issue(nowMs - 30_000, 'EC2'));
  await note(closed);
  await note(issue(nowMs - 20_000));
  await note(closed);
  expect((await advice()).map(({ because }) => because)).toEqual([expect.stringContaining('AWS_EC2')]);
});

it('forgets what was never taken back after a day, because AWS Health delivers only as well as it can', async () => {
  await note(issue(stage.world.clock.now() - 25 * HOUR_MS));
  expect(await advice()).toEqual([]);
});

it('S3 is nothing where it cannot be read, and keeps no assessment from being made', async () => {
  await note(issue(stage.world.clock.now()));
  refuseCalls(stage.world, ({ service }) => service === 'dynamodb');
  expect(await advice()).toEqual([]);
});
