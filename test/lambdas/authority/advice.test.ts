import { noteAdvice, readAdvice, type Advice } from '../../../lambdas/authority/advice';
import { putItem } from '../../../lambdas/authority/table';
import { EAST, OHIO, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const advice = (more: Partial<Advice> = {}): Advice => ({
  region: EAST,
  service: 'DYNAMODB',
  at: '2026-01-06T09:05:00.000Z',
  open: true,
  because: 'AWS Health says so',
  ...more,
});
const note = (one: Advice) => stage.run(noteAdvice(stage.replicas(WEST), one));
const read = (region = EAST) => stage.run(readAdvice(stage.replicas(WEST), region));

it('S4 keeps the newest word on each service of each Region, in whatever order they come', async () => {
  const newer = advice({ at: '2026-01-06T09:06:00.000Z', open: false });
  const ec2 = advice({ service: 'EC2' });
  for (const one of [newer, advice(), ec2, advice({ region: OHIO })]) await note(one);
  expect(await read()).toEqual([newer, ec2]);
  expect(await read(OHIO)).toEqual([advice({ region: OHIO })]);
});

it('takes the same event again, with what it says by now', async () => {
  await note(advice());
  await note(advice({ because: 'corrected' }));
  expect(await read()).toEqual([advice({ because: 'corrected' })]);
});

it('S3 says nothing where an item has another shape, and reads the others', async () => {
  await stage.run(putItem(stage.replicas(WEST), { pk: 'advice', sk: `${EAST}#A`, at: 7 }));
  await note(advice());
  expect(await read()).toEqual([advice()]);
  expect(await read(WEST)).toEqual([]);
});

it('S13 fails when the authority cannot be reached: whoever asks decides what is done without', async () => {
  stage.world.network.cut(WEST, '*');
  await expect(note(advice())).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
  await expect(read()).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
});
