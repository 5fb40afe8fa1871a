import type { PutMetricDataCommandInput } from '@aws-sdk/client-cloudwatch';
import { noteOf } from '../../../lambdas/authority/break-glass';
import { noteBreakGlass } from '../../../lambdas/authority/controls';
import { aBreakGlass } from '../a-break-glass';
import { authorityFor } from '../../../lambdas/steps/authority-port';
import { aMove, asInitialised, lead } from '../a-move';
import { EAST, OHIO, openStage, startStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const port = (move = aMove()) => authorityFor(stage.replicas(move.to, move.from), stage.plan, move);
const strangers = [
  ['another run', { run: 'another' }],
  ['a run of the same name in another Region', { to: OHIO }],
] as const;

describe('oldGateClosedAt', () => {
  it('S14 is the time that was written down when the lead was taken', async () => {
    const seenMs = stage.world.clock.now() - 10_000;
    await stage.run(lead(stage, aMove(), asInitialised({ renewalSeenAt: new Date(seenMs).toISOString() })));
    expect(await stage.run(port().oldGateClosedAt())).toBe(seenMs + 120_000);
  });

  it('S14 is later where a break-glass was announced since, by a margin after its date', async () => {
    const closedAt = (move = aMove()) => stage.run(port(move).oldGateClosedAt());
    const announce = (region: string) =>
      stage.run(noteBreakGlass(stage.replicas(WEST), noteOf(region, aBreakGlass('2026-01-06T10:00:00.000Z'))));
    await stage.run(lead(stage));
    const before = await closedAt();
    await announce(WEST);
    expect(await closedAt()).toBe(before);
    await announce(EAST);
    expect(await closedAt()).toBe(Date.UTC(2026, 0, 6, 10) + 40_000);
    expect(await closedAt(aMove({ fenceAttested: 'the hosts are off' }))).toBe(before);
  });

  it.each(strangers)('S14 is never for %s: a gate that nobody can date is not closed', async (_, other) => {
    await stage.run(lead(stage));
    expect(await stage.run(port(aMove(other)).oldGateClosedAt())).toBe(Infinity);
  });

  it('S14 is never when nobody leads', async () => {
    expect(await stage.run(port().oldGateClosedAt())).toBe(Infinity);
  });
});

it('S14 dates no gate where nobody has initialised the authority', async () => {
  stage.close();
  stage = openStage();
  expect(await stage.run(port().oldGateClosedAt())).toBe(Infinity);
});

describe('oldGateStaysOpen', () => {
  const glass = aBreakGlass('2026-01-07T00:00:00.000Z');
  const until = Date.parse(glass.until) + 40_000;
  const closedAt = (move = aMove()) => stage.run(port(move).oldGateClosedAt());

  it('S14 puts off the moment from which the old gate counts as closed', async () => {
    await stage.run(lead(stage));
    await stage.run(port().oldGateStaysOpen(glass));
    expect(await closedAt()).toBe(until);
  });

  it('S14 puts nothing off where a person attests that nothing writes there', async () => {
    await stage.run(lead(stage));
    const attested = aMove({ fenceAttested: 'the hosts are off' });
    await stage.run(port(attested).oldGateStaysOpen(glass));
    expect(await closedAt()).toBeLessThan(until);
  });
});

describe('switchTraffic', () => {
  it('S24 turns traffic on in the target and tells every switch Region but the lost one', async () => {
    await stage.run(lead(stage));
    expect(await stage.run(port().switchTraffic())).toEqual([OHIO, WEST]);
    expect(stage.authority()?.traffic).toEqual({ [EAST]: false, [WEST]: true });
    const told = stage.cloud.endpoint.calls.filter(({ operation }) => operation === 'PutMetricData');
    expect(told.map(({ region, path }) => `${region} ${path}`)).toEqual([`${OHIO} best-effort`, `${WEST} best-effort`]);
  });

  it('S24 tells the switches that the target alone has traffic, and none is left without a word', async () => {
    await stage.run(lead(stage));
    await stage.run(port().switchTraffic());
    const told = stage.world.trace.entries
      .filter(({ type }) => type === 'metric')
      .map(({ region, what, dimensions }) => `${region}: ${what} ${Object.values(dimensions as object).join('/')}`);
    expect(told.sort()).toEqual(
      [OHIO, WEST].flatMap((region) => [
        `${region}: Understudy TrafficOn = 0 webshop/${EAST}`,
        `${region}: Understudy TrafficOn = 1 webshop/${WEST}`,
      ]),
    );
  });

  it('S23 dates its word by when the map was about to be set, so that a later run’s counts more however late it comes', async () => {
    await stage.run(lead(stage));
    const dates: (Date | undefined)[] = [];
    stage.cloud.endpoint.onExchange(({ operation, input }) => {
      if (operation === 'PutMetricData') dates.push((input as PutMetricDataCommandInput).MetricData?.[0]?.Timestamp);
    });
    const askedMs = stage.world.clock.now();
    await stage.run(port().switchTraffic());
    expect(dates).toEqual([new Date(askedMs), new Date(askedMs)]);
  });

  it.each(strangers)('S10 moves nobody and tells nobody for %s', async (_, other) => {
    await stage.run(lead(stage));
    expect(await stage.run(port(aMove(other)).switchTraffic())).toBeUndefined();
    expect(stage.authority()?.traffic).toEqual({ [EAST]: true, [WEST]: false });
    expect(stage.cloud.endpoint.calls.filter(({ operation }) => operation === 'PutMetricData')).toEqual([]);
  });
});

it('S10 lends the lease to the run that leads only', async () => {
  await stage.run(lead(stage));
  expect(await stage.run(port(aMove({ run: 'another' })).grantLease())).toBeUndefined();
  expect(await stage.run(port().grantLease())).toMatchObject({ epoch: 2 });
});
