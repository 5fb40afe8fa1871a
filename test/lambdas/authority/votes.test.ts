import { castVote, claimLoop, readGeneration, readVote, readVotes } from '../../../lambdas/authority/votes';
import { putItem } from '../../../lambdas/authority/table';
import type { Vote } from '../../../lambdas/observation/vote';
import { EAST, OHIO, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 6, 9, 0, seconds)).toISOString();
const vote = (more: Partial<Vote> = {}): Vote => ({
  observer: WEST,
  generation: 1,
  at: at(10),
  opinions: [{ region: EAST, says: 'down', since: at(5), lastHealthyAt: at(0), because: 'silent', failing: ['home'] }],
  lags: [{ resource: 'orders', from: EAST, to: WEST, seconds: 0.4, at: at(1) }],
  leaseSeen: { epoch: 1, renewal: 3, at: at(2) },
  ...more,
});
const cast = (one: Vote) => stage.run(castVote(stage.replicas(one.observer), one));
const read = () => stage.run(readVote(stage.replicas(OHIO), WEST));
const readAll = () => stage.run(readVotes(stage.replicas(OHIO)));

describe('a vote', () => {
  it('comes back as it was cast', async () => {
    expect(await cast(vote())).toBe(true);
    expect(await read()).toEqual(vote());
  });

  it('S3 is unknown where nobody voted', async () => {
    expect(await read()).toBeUndefined();
    expect(await readAll()).toEqual([]);
  });

  it('stands beside the votes of the other observers', async () => {
    await cast(vote());
    await cast(vote({ observer: OHIO }));
    expect((await readAll()).map(({ observer }) => observer)).toEqual([OHIO, WEST]);
  });

  it('is replaced by the next of the same loop, and taken over by a later loop', async () => {
    await cast(vote());
    expect(await cast(vote({ at: at(20) }))).toBe(true);
    expect(await cast(vote({ generation: 2, at: at(25) }))).toBe(true);
    expect(await read()).toMatchObject({ generation: 2, at: at(25) });
  });

  it('is not taken back by an earlier loop, which learns that it is superseded', async () => {
    await cast(vote({ generation: 2, at: at(25) }));
    expect(await cast(vote({ at: at(30) }))).toBe(false);
    expect(await read()).toMatchObject({ at: at(25) });
  });

  it('S1 is not replaced by an earlier one of the same loop that was given up and arrives minutes later (F20)', async () => {
    stage.world.faults.travelsLongerMs = () => 200_000;
    await expect(cast(vote())).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
    stage.world.faults.travelsLongerMs = undefined;
    await cast(vote({ at: at(20) }));
    await stage.run(stage.world.clock.sleep(300_000));
    expect(await read()).toMatchObject({ generation: 1, at: at(20) });
  });

  it.each([
    ['is older than what the loop said last', at(10)],
    ['has arrived before, although its answer never came', at(20)],
  ])('that %s changes nothing, and the loop is not superseded', async (_, when) => {
    await cast(vote({ at: at(20) }));
    expect(await cast(vote({ at: when, leaseSeen: undefined }))).toBe(true);
    expect(await read()).toEqual(vote({ at: at(20) }));
  });

  it('of a later loop counts, however its clock stands: numbers tell loops apart, because clocks differ (S11)', async () => {
    await cast(vote({ at: at(20) }));
    expect(await cast(vote({ generation: 2, at: at(10) }))).toBe(true);
    expect(await read()).toMatchObject({ generation: 2, at: at(10) });
  });

  it('S13 fails when it is refused and nobody can say why', async () => {
    await cast(vote({ at: at(20) }));
    stage.world.faults.call = ({ operation }) => {
      if (operation === 'GetItem') throw Object.assign(new Error('no'), { name: 'InternalServerError' });
    };
    await expect(cast(vote())).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
  });

  it('S13 fails when the authority cannot be reached: a loop must not think that it was superseded', async () => {
    stage.world.network.cut(WEST, '*');
    await expect(cast(vote())).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
  });

  it('carries the witness’s word, a loss that is not over, and the time in which a lag was sampled', async () => {
    const loss = { since: at(5), goodLooks: 1, goodSince: at(8) };
    const lags = vote().lags.map((one) => ({ ...one, notAfter: at(9) }));
    const opinions = vote().opinions.map((one) => ({
      ...one,
      says: 'unknown' as const,
      loss,
      lastLoss: { since: at(1), until: at(3) },
    }));
    const witness = [{ region: EAST, says: 'down' as const, since: at(3), lastHealthyAt: at(0) }];
    await cast(vote({ opinions, witness, lags }));
    expect(await read()).toEqual(vote({ opinions, witness, lags }));
  });

  it('S4 of any age stays readable; how old it is judges whoever reads it', async () => {
    await cast(vote());
    await stage.run(stage.world.clock.sleep(86_400_000));
    expect(await readAll()).toEqual([vote()]);
  });

  it('S3 says nothing when it has another shape, and keeps nobody from reading the others', async () => {
    await cast(vote({ observer: OHIO }));
    await stage.run(putItem(stage.replicas(WEST), { pk: 'vote', sk: WEST, at: 7 }));
    expect(await read()).toBeUndefined();
    expect((await readAll()).map(({ observer }) => observer)).toEqual([OHIO]);
  });
});

describe('a loop', () => {
  const claim = (generation: number, loop = 'hold-gate', region = WEST) =>
    stage.run(claimLoop(stage.replicas(region), loop, region, generation));
  const newest = () => stage.run(readGeneration(stage.replicas(WEST), 'hold-gate', WEST));

  it('goes on while no later one has started', async () => {
    expect(await newest()).toBe(0);
    expect(await claim(1)).toBe(true);
    expect(await claim(1)).toBe(true);
    expect(await newest()).toBe(1);
  });

  it('S13 believes no old copy of the number of the newest loop', async () => {
    await claim(2);
    stage.world.network.cut(WEST, '*');
    await expect(newest()).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
  });

  it('learns when a later one has started', async () => {
    await claim(2);
    expect(await claim(1)).toBe(false);
    expect(await claim(2)).toBe(true);
    expect(await newest()).toBe(2);
  });

  it('does not mind other loops, nor its own in other Regions', async () => {
    await claim(2);
    expect(await claim(1, 'hold-switch')).toBe(true);
    expect(await claim(1, 'hold-gate', EAST)).toBe(true);
  });
});
