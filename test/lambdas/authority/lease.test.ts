import { readAuthority } from '../../../lambdas/authority/authority';
import { giveBack } from '../../../lambdas/authority/leading';
import { gateOpenMs, renewLease } from '../../../lambdas/authority/lease';
import { noteOf } from '../../../lambdas/authority/break-glass';
import { noteBreakGlass } from '../../../lambdas/authority/controls';
import type { BreakGlass } from '../../../lambdas/resources/kind';
import { aBreakGlass } from '../a-break-glass';
import { aMove, asInitialised, lead } from '../a-move';
import { EAST, startStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const lease = () => stage.plan.authority.lease;
/** Renews as a loop does that read the item just now, or at an earlier time. */
const renew = async (region: string, seen = stage.authority()!) =>
  renewLease(stage.replicas(region), seen, region, lease());

it('S11 closes the gate a margin before the lease ends', () => {
  expect(gateOpenMs({ ttlSeconds: 120, renewSeconds: 15, marginSeconds: 40 })).toBe(80_000);
});

it('S11 counts the gate’s time from before the renewal was asked, so that a slow answer only shortens it', async () => {
  const askedMs = stage.world.clock.now();
  const gate = await stage.run(renew(EAST));
  expect(stage.world.clock.now()).toBeGreaterThan(askedMs);
  expect(gate).toEqual({ untilMs: askedMs + 80_000, epoch: 1 });
  expect(stage.authority()?.lease).toEqual({ region: EAST, renewal: 1, at: new Date(askedMs).toISOString() });
});

it('renews again and again, each time under the next number', async () => {
  await stage.run(renew(EAST));
  await stage.run(renew(EAST));
  expect(stage.authority()?.lease).toMatchObject({ renewal: 2 });
});

describe('a break-glass of its gates', () => {
  const [IN_ONE_HOUR, IN_TWO_HOURS] = ['2026-01-06T10:00:00.000Z', '2026-01-06T11:00:00.000Z'];
  const renewWith = (breakGlass?: BreakGlass, region = EAST) =>
    stage.run(renewLease(stage.replicas(region), stage.authority()!, region, lease(), breakGlass));
  const noted = () => stage.authority()?.breakGlass;

  it('S14 is noted, so that a takeover waits for it although the gate is out of reach', async () => {
    await renewWith(aBreakGlass(IN_TWO_HOURS));
    const reason = 'the table is down';
    expect(noted()).toEqual({ region: EAST, until: IN_TWO_HOURS, by: 'operations', reason });
  });

  it('S14 counts until its latest date although it was ended or shortened: a writer may have read no other', async () => {
    await renewWith(aBreakGlass(IN_TWO_HOURS));
    await renewWith(aBreakGlass(IN_ONE_HOUR, { by: 'security' }));
    expect(noted()).toMatchObject({ until: IN_TWO_HOURS, by: 'operations' });
    await renewWith();
    expect(noted()).toMatchObject({ until: IN_TWO_HOURS });
  });

  it('S14 is not forgotten by a renewal that read the item before somebody noted it', async () => {
    const seen = stage.authority()!;
    const announced = noteOf(EAST, aBreakGlass(IN_TWO_HOURS));
    await stage.run(noteBreakGlass(stage.replicas(WEST), announced));
    const shorter = aBreakGlass(IN_ONE_HOUR);
    expect(await stage.run(renewLease(stage.replicas(EAST), seen, EAST, lease(), shorter))).toBeUndefined();
    expect(noted()).toEqual(announced);
    expect(await renewWith(shorter)).toBeDefined();
    expect(noted()).toEqual(announced);
  });

  it('S14 is not forgotten by a renewal that read another before', async () => {
    await renewWith(aBreakGlass(IN_ONE_HOUR));
    const seen = stage.authority()!;
    await stage.run(noteBreakGlass(stage.replicas(WEST), noteOf(EAST, aBreakGlass(IN_TWO_HOURS))));
    expect(await stage.run(renew(EAST, seen))).toBeUndefined();
    expect(noted()).toMatchObject({ until: IN_TWO_HOURS });
  });

  it('S14 is compared by its date, in whatever form a person writes it', async () => {
    await renewWith(aBreakGlass('2026-01-06T10:00Z'));
    expect(noted()).toMatchObject({ until: IN_ONE_HOUR });
  });

  it('is replaced by a later one, and once it has ended by any', async () => {
    await renewWith(aBreakGlass(IN_ONE_HOUR));
    await renewWith(aBreakGlass(IN_TWO_HOURS));
    expect(noted()).toMatchObject({ until: IN_TWO_HOURS });
    await stage.run(stage.world.clock.sleep(3 * 3_600_000));
    await renewWith(aBreakGlass(IN_ONE_HOUR));
    expect(noted()).toMatchObject({ until: IN_ONE_HOUR });
  });

  it('S14 outlives the lease, and a run that gave it back: neither closes a gate', async () => {
    await renewWith(aBreakGlass(IN_TWO_HOURS));
    await stage.run(lead(stage, aMove(), asInitialised({ renewal: 1 })));
    expect(noted()).toMatchObject({ region: EAST, until: IN_TWO_HOURS });
    await stage.run(giveBack(stage.replicas(WEST), aMove()));
    expect(stage.authority()).toMatchObject({ lease: { region: EAST }, breakGlass: { region: EAST } });
  });
});

it('S10 does not renew a lease that nobody holds, as the first one of a new epoch', async () => {
  await stage.run(lead(stage));
  expect(await stage.run(renew(EAST))).toBeUndefined();
  expect(stage.authority()).not.toHaveProperty('lease');
});

it('does not renew the lease of another Region', async () => {
  expect(await stage.run(renew(WEST))).toBeUndefined();
  expect(stage.authority()?.lease).toMatchObject({ region: EAST, renewal: 0 });
});

it('S10 does not renew once a run has taken the lead, although it read the item before', async () => {
  const seen = await stage.run(readAuthority(stage.replicas(EAST)));
  await stage.run(lead(stage));
  expect(await stage.run(renew(EAST, seen))).toBeUndefined();
  expect(stage.authority()?.lease).toBeUndefined();
});

it('S9 renews when its answer was lost and the write was not', async () => {
  const askedMs = stage.world.clock.now();
  // The loop runs in a Region without a replica, whose answers from the nearest one are lost.
  stage.world.network.cut(EAST, 'eu-west-1');
  const seen = stage.authority()!;
  const replicas = stage.replicas('eu-west-1');
  expect(await stage.run(renewLease(replicas, seen, EAST, lease()))).toEqual({ untilMs: askedMs + 80_000, epoch: 1 });
});

it('S11 gives a loop that was paused no time for the renewal that another loop of its Region made', async () => {
  const seen = stage.authority()!;
  await stage.run(renew(EAST, seen));
  await stage.run(stage.world.clock.sleep(60_000));
  expect(await stage.run(renew(EAST, seen))).toBeUndefined();
});
