import { AUTHORITY_KEY, readAuthority } from '../../../lambdas/authority/authority';
import { noteOf } from '../../../lambdas/authority/break-glass';
import { noteBreakGlass } from '../../../lambdas/authority/controls';
import { delayPromotion, endRun, giveBack, grantLease, isLedBy, showLife } from '../../../lambdas/authority/leading';
import { renewLease } from '../../../lambdas/authority/lease';
import { updateItem } from '../../../lambdas/authority/table';
import { aBreakGlass } from '../a-break-glass';
import { aMove, asInitialised, lead } from '../a-move';
import { EAST, OHIO, openStage, startStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const lease = () => stage.plan.authority.lease;
const iso = (ms: number) => new Date(ms).toISOString();
const renew = async (region: string) => {
  const seen = await readAuthority(stage.replicas(region));
  return renewLease(stage.replicas(region), seen!, region, lease());
};
/** A person's edit of the authority item. */
const edit = (UpdateExpression: string, values: Record<string, unknown>) =>
  updateItem(stage.replicas(OHIO), AUTHORITY_KEY, {
    UpdateExpression,
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: values,
  });
const delay = (here: string, move: ReturnType<typeof aMove>, until: string) =>
  delayPromotion(stage.replicas(here), move, aBreakGlass(until), lease());
const turnOnKillSwitch = () => edit('SET killSwitch = :on', { ':on': { by: 'an operator', at: iso(0) } });

describe('takeTheLead', () => {
  it('begins a new epoch under which nobody may renew the old lease', async () => {
    expect(await stage.run(lead(stage))).toEqual({
      led: true,
      isStale: false,
      because: 'epoch 2 belongs to run-of-west',
    });
    expect(stage.authority()).toMatchObject({
      epoch: 2,
      active: EAST,
      run: { name: 'run-of-west', region: WEST, from: EAST },
    });
    expect(stage.authority()?.lease).toBeUndefined();
    expect(await stage.run(renew(EAST))).toBeUndefined();
  });

  it('S12 lets exactly one of two Regions lead when both start at the same instant, and tells the other who leads', async () => {
    const europe = aMove({ run: 'run-of-ohio', to: OHIO });
    const both = await stage.run(Promise.all([lead(stage), lead(stage, europe)]));
    const leader = stage.authority()?.run;
    const other = both.filter(({ led }) => !led);
    expect(other).toEqual([
      { led: false, isStale: false, because: `${leader?.name} in ${leader?.region} leads since ${leader?.startedAt}` },
    ]);
  });

  it('S12 tells two runs apart that have one name in two Regions, because names are unique in a Region only', async () => {
    const twin = aMove({ to: OHIO });
    const both = await stage.run(Promise.all([lead(stage), lead(stage, twin)]));
    expect(both.filter(({ led }) => led)).toHaveLength(1);
    expect(await stage.run(lead(stage, stage.authority()?.run?.region === WEST ? twin : aMove()))).toMatchObject({
      led: false,
    });
  });

  it('S10 takes the lead once for the same run, however often it asks', async () => {
    await stage.run(lead(stage));
    const first = stage.authority();
    await stage.run(stage.world.clock.sleep(30_000));
    expect(await stage.run(lead(stage))).toMatchObject({ led: true });
    expect(stage.authority()).toEqual(first);
  });

  it('S10 knows that it leads although it has written something else since', async () => {
    await stage.run(lead(stage));
    await stage.run(showLife(stage.replicas(WEST), aMove()));
    expect(await stage.run(lead(stage))).toMatchObject({ led: true });
    expect(stage.authority()?.epoch).toBe(2);
  });

  it('I13 takes it on an assessment of the last 15 s, and on none that is older', async () => {
    expect(await stage.run(lead(stage, aMove(), asInitialised(), 15.1))).toMatchObject({ led: false, isStale: true });
    expect(stage.authority()).not.toHaveProperty('run');
    expect(await stage.run(lead(stage, aMove(), asInitialised(), 14))).toMatchObject({ led: true });
  });

  it('S10 I13 knows that it leads although what it was taken on is old by now: its answer may have come late', async () => {
    await stage.run(lead(stage));
    expect(await stage.run(lead(stage, aMove(), asInitialised(), 300))).toMatchObject({ led: true, isStale: false });
  });

  it('I6 writes down the votes that the lead was taken on', async () => {
    const votes = [{ observer: WEST, says: 'down', since: iso(0) }];
    await stage.run(lead(stage, aMove(), asInitialised({ votes })));
    expect(stage.authority()?.run?.votes).toEqual(votes);
  });

  it('S9 is refused where nobody has initialised the authority', async () => {
    stage.close();
    stage = openStage();
    expect(await stage.run(lead(stage))).toEqual({ led: false, isStale: false, because: 'the authority item is gone' });
    expect(isLedBy(undefined, aMove())).toBe(false);
  });

  it('S10 is that of one epoch: a run of the same name in the same Region led an earlier one', async () => {
    await stage.run(lead(stage));
    expect(isLedBy(stage.authority(), aMove())).toBe(true);
    expect(isLedBy(stage.authority(), aMove({ epoch: 1 }))).toBe(false);
  });

  it('is refused when the old Region has renewed its lease since the assessment: it lives', async () => {
    await stage.run(renew(EAST));
    expect(await stage.run(lead(stage))).toEqual({
      led: false,
      isStale: false,
      because: 'us-east-1 has renewed its lease since the assessment',
    });
    expect(stage.authority()?.epoch).toBe(1);
  });

  it('S10 is refused when an epoch has begun and ended since the assessment', async () => {
    await stage.run(lead(stage));
    await stage.run(giveBack(stage.replicas(WEST), aMove()));
    const late = await stage.run(lead(stage, aMove({ run: 'late' })));
    expect(late).toEqual({ led: false, isStale: false, because: 'epoch 3 has begun since the assessment of 1' });
  });

  it('S27 is refused while the kill switch is on, and names who turned it on', async () => {
    await stage.run(turnOnKillSwitch());
    expect(await stage.run(lead(stage))).toEqual({
      led: false,
      isStale: false,
      because: 'the kill switch is on, by an operator',
    });
    expect(stage.authority()?.epoch).toBe(1);
  });

  it('S14 counts the old gate’s time from the target’s own first sight of the last renewal', async () => {
    const seenMs = stage.world.clock.now() - 50_000;
    await stage.run(lead(stage, aMove(), asInitialised({ renewalSeenAt: iso(seenMs) })));
    expect(stage.authority()?.run?.oldGateClosedAt).toBe(iso(seenMs + lease().ttlSeconds * 1000));
  });

  it('S11 counts it from the renewal’s own time when that is later, because clocks differ', async () => {
    const seenMs = stage.world.clock.now() - 50_000;
    const renewedAt = iso(seenMs + 1_500);
    await stage.run(lead(stage, aMove(), asInitialised({ renewalSeenAt: iso(seenMs), renewedAt })));
    expect(stage.authority()?.run?.oldGateClosedAt).toBe(iso(seenMs + 121_500));
  });

  it('S14 counts it from the lead when the target has never seen that renewal', async () => {
    await stage.run(lead(stage));
    const { startedAt, oldGateClosedAt } = stage.authority()!.run!;
    expect(oldGateClosedAt).toBe(iso(Date.parse(startedAt) + lease().ttlSeconds * 1000));
  });
});

describe('a run that seems abandoned', () => {
  const asAbandoned = () =>
    asInitialised({ epoch: 2, renewal: undefined, abandonedSeenAt: stage.authority()!.run!.seenAt });
  const successor = aMove({ run: 'successor', to: OHIO, epoch: 3 });
  beforeEach(() => stage.run(lead(stage)));

  it('is replaced under a new epoch, and its gate’s time is counted from now, as nobody knows better (S14)', async () => {
    expect(await stage.run(lead(stage, successor, asAbandoned()))).toMatchObject({ led: true });
    expect(stage.authority()).toMatchObject({ epoch: 3, run: { name: 'successor', region: OHIO } });
    const { startedAt, oldGateClosedAt } = stage.authority()!.run!;
    expect(oldGateClosedAt).toBe(iso(Date.parse(startedAt) + 120_000));
    expect(await stage.run(showLife(stage.replicas(WEST), aMove()))).toBe(false);
  });

  it('S26 hands its move on: what died before it, the first effect, and the old lease as it was seen (S14)', async () => {
    const { run } = stage.authority()!;
    const seenAt = iso(stage.world.clock.now() - 50_000);
    const continues = {
      runs: [{ name: 'run-of-west', region: WEST }],
      effectAt: seenAt,
      lastRenewal: run!.lastRenewal,
    };
    await stage.run(lead(stage, successor, { ...asAbandoned(), continues, renewalSeenAt: seenAt }));
    expect(stage.authority()?.run).toMatchObject({
      name: 'successor',
      continues: continues.runs,
      effectAt: seenAt,
      lastRenewal: { epoch: 1, renewal: 0 },
      oldGateClosedAt: iso(Date.parse(seenAt) + 120_000),
    });
  });

  it('S26 S28 leaves its successor the lead when it comes back from the dead', async () => {
    const continues = { runs: [{ name: 'run-of-west', region: WEST }] };
    await stage.run(lead(stage, successor, { ...asAbandoned(), continues }));
    expect(await stage.run(showLife(stage.replicas(WEST), aMove()))).toBe(false);
    expect(await stage.run(grantLease(stage.replicas(WEST), aMove(), lease()))).toBeUndefined();
    await stage.run(endRun(stage.replicas(WEST), aMove()));
    expect(stage.authority()).toMatchObject({ epoch: 3, run: { name: 'successor' } });
  });

  it('S12 is not replaced when it has shown life since the assessment', async () => {
    const expects = asAbandoned();
    await stage.run(stage.world.clock.sleep(1_000));
    expect(await stage.run(showLife(stage.replicas(WEST), aMove()))).toBe(true);
    expect(await stage.run(lead(stage, successor, expects))).toMatchObject({
      led: false,
      because: expect.stringContaining('run-of-west in us-west-2 leads'),
    });
  });

  describe('shows life', () => {
    const sleep = (seconds: number) => stage.run(stage.world.clock.sleep(seconds * 1000));
    const live = () => stage.run(showLife(stage.replicas(WEST), aMove()));
    const seenAt = () => stage.authority()?.run?.seenAt;
    const giveUp = async () => {
      stage.world.faults.travelsLongerMs = ({ operation }) => (operation === 'UpdateItem' ? 150_000 : 0);
      await expect(live()).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
      stage.world.faults.travelsLongerMs = undefined;
    };

    it('S26 as late as it did, although a word that it gave up arrives minutes later: it would look abandoned (F20)', async () => {
      await giveUp();
      await sleep(120);
      expect(await live()).toBe(true);
      const last = seenAt()!;
      await sleep(60);
      expect(seenAt()).toBe(last);
    });

    it('S12 and learns that it leads, or no longer does, also when a later word of it is there', async () => {
      await sleep(10);
      const early = showLife(stage.replicas(WEST), aMove());
      stage.world.faults.travelsLongerMs = ({ operation }) => (operation === 'UpdateItem' ? 1_000 : 0);
      await sleep(0.5);
      stage.world.faults.travelsLongerMs = undefined;
      expect(await live()).toBe(true);
      const last = seenAt();
      expect(await stage.run(early)).toBe(true);
      expect(seenAt()).toBe(last);
      await stage.run(lead(stage, successor, asAbandoned()));
      expect(await live()).toBe(false);
    });
  });

  it('S12 is replaced by one of two only', async () => {
    const other = aMove({ run: 'other', to: EAST, from: WEST, epoch: 3 });
    const expects = asAbandoned();
    const both = await stage.run(Promise.all([lead(stage, successor, expects), lead(stage, other, expects)]));
    expect(both.filter(({ led }) => led)).toHaveLength(1);
  });
});

describe('grantLease', () => {
  it('makes the target the active Region, for as long as its gate may be open', async () => {
    await stage.run(lead(stage));
    const askedMs = stage.world.clock.now();
    const gate = await stage.run(grantLease(stage.replicas(WEST, EAST), aMove(), lease()));
    expect(gate).toEqual({ untilMs: askedMs + 80_000, epoch: 2 });
    expect(stage.authority()).toMatchObject({ active: WEST, lease: { region: WEST, renewal: 0 } });
  });

  it('S10 grants nothing to a run that no longer leads', async () => {
    await stage.run(lead(stage));
    await stage.run(giveBack(stage.replicas(WEST), aMove()));
    expect(await stage.run(grantLease(stage.replicas(WEST), aMove(), lease()))).toBeUndefined();
    expect(stage.authority()).toMatchObject({ active: EAST, lease: { region: EAST } });
  });

  it('S11 gives no more time when it is asked again: the lease began when it was granted', async () => {
    await stage.run(lead(stage));
    const first = await stage.run(grantLease(stage.replicas(WEST), aMove(), lease()));
    await stage.run(stage.world.clock.sleep(60_000));
    expect(await stage.run(grantLease(stage.replicas(WEST), aMove(), lease()))).toEqual(first);
  });
});

describe('giveBack', () => {
  it('S28 gives the lease to the old Region under a new epoch and ends the run', async () => {
    await stage.run(lead(stage));
    expect(await stage.run(giveBack(stage.replicas(WEST), aMove()))).toBe(true);
    expect(stage.authority()).toMatchObject({ active: EAST, epoch: 3, lease: { region: EAST, renewal: 0 } });
    expect(stage.authority()?.run).toBeUndefined();
  });

  it('is content when the run never had the lead, and leaves whoever has it alone', async () => {
    await stage.run(lead(stage));
    expect(await stage.run(giveBack(stage.replicas(OHIO), aMove({ run: 'another', to: OHIO })))).toBe(true);
    expect(stage.authority()).toMatchObject({ epoch: 2, run: { name: 'run-of-west' } });
  });

  it('S28 gives nothing back once the target has the lease', async () => {
    await stage.run(lead(stage));
    await stage.run(grantLease(stage.replicas(WEST), aMove(), lease()));
    expect(await stage.run(giveBack(stage.replicas(WEST), aMove()))).toBe(false);
    expect(stage.authority()).toMatchObject({ active: WEST, epoch: 2, lease: { region: WEST } });
  });
});

describe('endRun', () => {
  it('ends the lock of its own run, and leaves the epoch and the lease as they are', async () => {
    await stage.run(lead(stage));
    await stage.run(grantLease(stage.replicas(WEST), aMove(), lease()));
    await stage.run(endRun(stage.replicas(WEST), aMove()));
    expect(stage.authority()).toMatchObject({ active: WEST, epoch: 2, lease: { region: WEST } });
    expect(stage.authority()?.run).toBeUndefined();
  });

  it.each([
    ['another name', { run: 'another' }],
    ['the same name in another Region', { to: OHIO }],
  ])('S12 does not end a run of %s', async (_, other) => {
    await stage.run(lead(stage));
    await stage.run(endRun(stage.replicas(OHIO), aMove(other)));
    expect(stage.authority()?.run?.name).toBe('run-of-west');
  });
});

describe('a break-glass', () => {
  const closedAt = () => stage.authority()!.run!.oldGateClosedAt;
  const inAnHour = () => iso(stage.world.clock.now() + 3_600_000);

  it('S14 keeps the old gate open for the run, however old the last renewal is', async () => {
    const until = inAnHour();
    await stage.run(lead(stage, aMove(), asInitialised({ oldGateOpenUntil: until })));
    expect(closedAt()).toBe(until);
  });

  it('S14 never shortens the lease', async () => {
    const startedMs = stage.world.clock.now();
    await stage.run(lead(stage, aMove(), asInitialised({ oldGateOpenUntil: iso(startedMs) })));
    expect(Date.parse(closedAt())).toBeGreaterThanOrEqual(startedMs + 120_000);
  });

  it('S14 is what a person answers for, who attests that nothing writes there; the lease is not', async () => {
    const startedMs = stage.world.clock.now();
    const attested = aMove({ fenceAttested: 'the hosts are off' });
    await stage.run(lead(stage, attested, asInitialised({ oldGateOpenUntil: inAnHour() })));
    expect(Date.parse(closedAt())).toBeLessThan(startedMs + 180_000);
    expect(Date.parse(closedAt())).toBeGreaterThanOrEqual(startedMs + 120_000);
  });

  it('S14 that is found later puts the promotion off, and never brings it forward', async () => {
    await stage.run(lead(stage));
    const until = inAnHour();
    await stage.run(delay(WEST, aMove(), until));
    await stage.run(delay(WEST, aMove(), iso(stage.world.clock.now())));
    expect(Date.parse(closedAt())).toBe(Date.parse(until) + 40_000);
    expect(stage.authority()?.breakGlass).toMatchObject({ region: EAST, until });
  });

  it('S14 leaves a later date alone that was announced in the meantime', async () => {
    await stage.run(lead(stage));
    const announced = noteOf(EAST, aBreakGlass(iso(stage.world.clock.now() + 2 * 3_600_000)));
    await stage.run(noteBreakGlass(stage.replicas(OHIO), announced));
    await stage.run(delay(WEST, aMove(), inAnHour()));
    expect(stage.authority()?.breakGlass).toEqual(announced);
  });

  it('S10 puts nothing off for a run that does not lead', async () => {
    await stage.run(lead(stage));
    const before = closedAt();
    await stage.run(delay(OHIO, aMove({ run: 'another' }), inAnHour()));
    expect(closedAt()).toBe(before);
  });
});
