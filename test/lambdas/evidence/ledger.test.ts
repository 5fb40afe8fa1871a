import { amend, editionOf, note, noteFirst, Overtaken, readEntry, readLedger } from '../../../lambdas/evidence/ledger';
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
  await write('phase#Fence', { ok: false, because: 'late' });
  await write('phase#Fence', { ok: true });
  const [entry, ...more] = await read();
  expect(entry).toMatchObject({ ok: true });
  expect(entry).not.toHaveProperty('because');
  expect(more).toEqual([]);
});

describe('an entry that is amended', () => {
  const say = (details: object, follows?: number) =>
    stage.run(
      amend(stage.replicas(WEST), 'run', 'lead', { ...details }, { ...(follows !== undefined && { follows }) }),
    );
  const edition = async () => editionOf(await stage.run(readEntry(stage.replicas(WEST), 'run', 'lead')));

  it('says only what it said last, whether or not the edition before is known', async () => {
    expect(await edition()).toBe(0);
    expect(await say({ led: false, because: 'late' })).toBe(1);
    expect(await say({ led: false, because: 'later' }, 1)).toBe(2);
    expect(await say({ led: true })).toBe(3);
    expect(await edition()).toBe(3);
    const [entry, ...more] = await read();
    expect(entry).toMatchObject({ led: true, edition: 3 });
    expect(entry).not.toHaveProperty('because');
    expect(more).toEqual([]);
  });

  it.each([
    ['its first word', 1],
    ['its second word', 2],
  ])('S30 keeps what was said last when a request for %s was given up and arrives later (F20)', async (_, late) => {
    const writes = delayWrite(late);
    const first = await say({ led: false });
    await say({ led: true, because: 'second' }, first);
    await say({ led: true, because: 'third' });
    await stage.run(stage.world.clock.sleep(300_000));
    expect(writes.late).toBe(1);
    expect(await read()).toEqual([expect.objectContaining({ led: true, because: 'third' })]);
  });

  it('S30 says its word after one that arrives between its look and its word', async () => {
    await say({ led: false });
    await say({ led: false, because: 'late' }, 1);
    expect(await say({ led: true }, 1)).toBe(3);
    expect(await read()).toEqual([expect.objectContaining({ led: true, edition: 3 })]);
  });

  it('S30 asks what to say over a word that came in between, and leaves that one where it must stand', async () => {
    await say({ led: true, because: 'in between' });
    const amended = (over: () => object) =>
      amend(stage.replicas(WEST), 'run', 'lead', { led: false }, { over: () => ({ ...over() }) });
    const mustStand = () => {
      throw new Overtaken('it must stand');
    };
    await expect(stage.run(amended(mustStand))).rejects.toThrow('it must stand');
    expect(await read()).toEqual([expect.objectContaining({ because: 'in between', edition: 1 })]);
    expect(await stage.run(amended(() => ({ led: false, because: 'over it' })))).toBe(2);
    expect(await read()).toEqual([expect.objectContaining({ because: 'over it', edition: 2 })]);
  });

  it('follows a word of older code, which has no edition', async () => {
    await write('lead', { led: false });
    expect(await say({ led: true })).toBe(1);
    expect(await read()).toEqual([expect.objectContaining({ led: true, edition: 1 })]);
  });

  it('S30 gives up, to be asked again, where its word is refused for ever', async () => {
    await write('lead', { led: false, edition: 'unreadable' });
    const before = stage.cloud.endpoint.calls.length;
    await expect(say({ led: true })).rejects.toMatchObject({
      name: 'Overtaken',
      message: 'lead of run was said otherwise 5 times, the last time in edition 0',
    });
    expect(stage.cloud.endpoint.calls.length - before).toBe(10);
  });
});

it('S28 keeps the first word of an entry of which only that counts', async () => {
  for (const desiredCount of [2, 0])
    await stage.run(noteFirst(stage.replicas(WEST), 'run', 'before#fence#web', { before: { desiredCount } }));
  expect(await read()).toEqual([expect.objectContaining({ before: { desiredCount: 2 } })]);
});

/** The nth write travels for minutes; its sender gives it up and sends it again. */
const delayWrite = (nth: number) => {
  const seen = { writes: 0, late: 0 };
  stage.world.faults.travelsLongerMs = ({ operation }) => {
    if (operation !== 'PutItem' || (seen.writes += 1) !== nth) return 0;
    seen.late += 1;
    return 200_000;
  };
  return seen;
};

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
