import fc from 'fast-check';
import { authorityItem, readAuthority, type AuthorityItem } from '../../../lambdas/authority/authority';
import { takeTheLead } from '../../../lambdas/authority/lead';
import { endRun, giveBack, grantLease } from '../../../lambdas/authority/leading';
import { renewLease } from '../../../lambdas/authority/lease';
import type { GateTime, Move } from '../../../lambdas/resources/kind';
import { quickStart } from '../../quick-start';
import { EAST, startStage, WEST, type Stage } from '../stage';

/** Something that a Region does at a random time, with a random pause between its look at the item and its act. */
interface Deed {
  readonly what: 'lead' | 'grant' | 'give back' | 'end' | 'renew' | 'renew twice at once';
  readonly region: typeof EAST | typeof WEST;
  readonly atSeconds: number;
  readonly pauseSeconds: number;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom('lead', 'grant', 'give back', 'end', 'renew', 'renew twice at once'),
  region: fc.constantFrom(EAST, WEST),
  atSeconds: fc.integer({ min: 0, max: 200 }),
  // Longer than the lease (F20).
  pauseSeconds: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 150 })),
});

/** The old Region renews, and the other takes over at some time: little else, so that many orders are tried. */
const takeover: fc.Arbitrary<Deed> = fc
  .record({
    what: fc.constantFrom<Deed['what'][]>('lead', 'renew', 'renew twice at once'),
    atSeconds: fc.integer({ min: 0, max: 60 }),
    pauseSeconds: fc.constantFrom(0, 40, 110, 150),
  })
  .map((one) => ({ ...one, region: one.what === 'lead' ? WEST : EAST }));

/** A gate that was allowed to be open. */
type Gate = GateTime & { readonly region: string };

/** What came of a series of deeds. */
interface Story {
  readonly writes: AuthorityItem[];
  readonly gates: Gate[];
  /** Who was told that it leads. */
  readonly leads: Move[];
}

const play = async (stage: Stage, deeds: readonly Deed[]): Promise<Story> => {
  const story: Story = { writes: [stage.authority()!], gates: [], leads: [] };
  stage.cloud.dynamodb.onWrite((_table, _before, after) => story.writes.push(authorityItem.parse(after)));
  await stage.run(Promise.all(deeds.map((one) => act(stage, one, story))));
  return story;
};

const act = async (stage: Stage, { what, region, atSeconds, pauseSeconds }: Deed, story: Story): Promise<void> => {
  const { clock } = stage.world;
  const { lease } = stage.plan.authority;
  await clock.sleep(atSeconds * 1000);
  const replicas = stage.replicas(region);
  const seen = (await readAuthority(replicas))!;
  const seenAt = new Date(clock.now()).toISOString();
  await clock.sleep(pauseSeconds * 1000);
  const open = (gate: GateTime | undefined) => gate && story.gates.push({ ...gate, region });
  const from = region === EAST ? WEST : EAST;
  // Every run has the same name: it is unique in its Region only.
  const move: Move = { run: 'run', epoch: what === 'lead' ? seen.epoch + 1 : seen.epoch, from, to: region };
  switch (what) {
    case 'lead': {
      const sight = seen.lease && { renewal: seen.lease.renewal, renewalSeenAt: seenAt };
      // As if the assessment were new, so that what guards the lead against an old one is not all that is tried here.
      const assessedAt = new Date(clock.now()).toISOString();
      const { led } = await takeTheLead(replicas, move, { assessedAt, epoch: seen.epoch, ...sight, votes: [] }, lease);
      return void (led && story.leads.push(move));
    }
    case 'grant':
      return void open(await grantLease(replicas, move, lease));
    case 'give back':
      return void (await giveBack(replicas, move));
    case 'end':
      return endRun(replicas, move);
    case 'renew':
      return void open(await renewLease(replicas, seen, region, lease));
    case 'renew twice at once': {
      const late = clock.sleep(100_000).then(() => renewLease(replicas, seen, region, lease));
      for (const gate of await Promise.all([renewLease(replicas, seen, region, lease), late])) open(gate);
    }
  }
};

const story = async (deeds: readonly Deed[], judge: (story: Story) => void): Promise<void> => {
  // Without resources, because nothing here asks for them, and many stages are set.
  const stage = await startStage(1, { ...quickStart(), resources: [] });
  try {
    judge(await play(stage, deeds));
  } finally {
    stage.close();
  }
};

const pairs = (writes: readonly AuthorityItem[]) =>
  writes.slice(1).map((after, index) => [writes[index]!, after] as const);

const judgeEpochs = ({ writes, leads, gates }: Story): void => {
  for (const [before, after] of pairs(writes)) {
    expect(after.epoch).toBeGreaterThanOrEqual(before.epoch);
    // Whoever may act changes only together with the epoch, or from nobody.
    if (after.lease && before.lease && after.lease.region !== before.lease.region) throw new Error('a lease was taken');
    if (after.run && before.run) expect(after.run.region).toBe(before.run.region);
    if (after.run && !before.run) expect(after.epoch).toBe(before.epoch + 1);
  }
  for (const one of leads) {
    const ofEpoch = leads.filter(({ epoch }) => epoch === one.epoch);
    expect(new Set(ofEpoch.map(({ to }) => to)).size).toBe(1);
  }
  for (const gate of gates) {
    const ofEpoch = gates.filter(({ epoch }) => epoch === gate.epoch);
    expect(new Set(ofEpoch.map(({ region }) => region)).size).toBe(1);
  }
};

/** A run opens its own gate only when, by its record, every gate of before is closed. */
const judgeGates = ({ writes, gates }: Story): void => {
  for (const [before, { run, epoch }] of pairs(writes)) {
    if (!run || before.run) continue;
    const earlier = gates.filter((gate) => gate.epoch < epoch && gate.region !== run.region);
    for (const { untilMs } of earlier) expect(untilMs).toBeLessThanOrEqual(Date.parse(run.oldGateClosedAt));
  }
};

const runs = { numRuns: 50, seed: 1 };

it('S10 S12 whatever two Regions do in whatever order: epochs only grow, and each has one leader and one gate’s Region', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 8 }), (deeds) => story(deeds, judgeEpochs)),
    runs,
  );
});

it('S11 S14 whatever two Regions do and however long they pause: no gate of before outlives what the lead counts with', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(takeover, { minLength: 2, maxLength: 4 }), (deeds) => story(deeds, judgeGates)),
    runs,
  );
});
