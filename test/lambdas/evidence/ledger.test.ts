import { note, readLedger } from '../../../lambdas/evidence/ledger';
import { EAST, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const write = (entry: string, details: object = {}, run = 'run') =>
  stage.run(note(stage.replicas(WEST), run, entry, { ...details }));
const read = (run = 'run') => stage.run(readLedger(stage.replicas(EAST), run));

it('reads back what a run noted, with its time, in the order of the entries’ names', async () => {
  const at = new Date(stage.world.clock.now()).toISOString();
  await write('step#fence#gate', { says: 'done' });
  await write('lead', { led: true });
  expect(await read()).toEqual([
    expect.objectContaining({ entry: 'lead', led: true }),
    expect.objectContaining({ entry: 'step#fence#gate', says: 'done', at }),
  ]);
});

it('replaces an entry that is noted again', async () => {
  await write('lead', { led: false, because: 'late' });
  await write('lead', { led: true });
  const [entry, ...more] = await read();
  expect(entry).toMatchObject({ led: true });
  expect(entry).not.toHaveProperty('because');
  expect(more).toEqual([]);
});

it('keeps runs apart', async () => {
  await write('lead', {}, 'another');
  expect(await read()).toEqual([]);
});

it('S30 reads a ledger to its end, however many pages it has', async () => {
  // A page of DynamoDB ends at 1 MB: https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html
  const long = 'x'.repeat(300_000);
  for (let count = 1; count <= 8; count += 1) await write(`notice#${count}`, { long });
  const before = stage.cloud.endpoint.calls.length;
  expect((await read()).map(({ entry }) => entry)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((count) => `notice#${count}`));
  expect(stage.cloud.endpoint.calls.length - before).toBeGreaterThan(1);
});
