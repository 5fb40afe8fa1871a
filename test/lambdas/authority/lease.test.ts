import { readAuthority } from '../../../lambdas/authority/authority';
import { gateOpenMs, renewLease } from '../../../lambdas/authority/lease';
import type { BreakGlass } from '../../../lambdas/resources/kind';
import { lead } from '../a-move';
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

it('S14 notes the break-glass of its gates, so that a takeover waits for it although the gate is out of reach', async () => {
  const noted = { until: '2026-01-06T11:00:00.000Z', by: 'operations', reason: 'the table is down' };
  const breakGlass = { from: '2026-01-06T10:00:00.000Z', ...noted };
  await stage.run(renewLease(stage.replicas(EAST), stage.authority()!, EAST, lease(), breakGlass));
  expect(stage.authority()?.lease).toEqual({ region: EAST, renewal: 1, at: expect.any(String), breakGlass: noted });
});

it('S14 notes the latest date of a break-glass that was ended or shortened, because a writer may know only that one', async () => {
  const long = { until: '2026-01-06T11:00:00.000Z', by: 'operations', reason: 'the table is down' };
  const short = { until: '2026-01-06T10:00:00.000Z', by: 'security', reason: 'an hour will do' };
  const from = '2026-01-06T09:00:00.000Z';
  const renewWith = (breakGlass?: BreakGlass) =>
    stage.run(renewLease(stage.replicas(EAST), stage.authority()!, EAST, lease(), breakGlass));
  await renewWith({ from, ...long });
  await renewWith({ from, ...short });
  expect(stage.authority()?.lease).toMatchObject({ renewal: 2, breakGlass: long });
  await renewWith();
  expect(stage.authority()?.lease).toMatchObject({ renewal: 3, breakGlass: long });
  await stage.run(stage.world.clock.sleep(2 * 3_600_000));
  await renewWith();
  expect(stage.authority()?.lease).not.toHaveProperty('breakGlass');
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
