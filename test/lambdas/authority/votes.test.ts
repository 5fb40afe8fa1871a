import { castVote, claimLoop, readVote, readVotes } from '../../../lambdas/authority/votes';
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
  startedAt: at(0),
  at: at(10),
  opinions: [{ region: EAST, says: 'down', since: at(5), lastHealthyAt: at(0), because: 'silent' }],
  lags: [{ resource: 'orders', from: EAST, to: WEST, seconds: 0.4, at: at(1) }],
  leaseSeen: { epoch: 1, renewal: 3, at: at(2) },
  ...more,
});
const cast = (one: Vote) => stage.run(castVote(stage.replicas(one.observer), one));

describe('a vote', () => {
  it('comes back as it was cast', async () => {
    expect(await cast(vote())).toBe(true);
    expect(await stage.run(readVote(stage.replicas(OHIO), WEST))).toEqual(vote());
  });

  it('S3 is unknown where nobody voted', async () => {
    expect(await stage.run(readVote(stage.replicas(OHIO), WEST))).toBeUndefined();
    expect(await stage.run(readVotes(stage.replicas(OHIO)))).toEqual([]);
  });

  it('stands beside the votes of the other observers', async () => {
    await cast(vote());
    await cast(vote({ observer: OHIO }));
    const observers = (await stage.run(readVotes(stage.replicas(WEST)))).map(({ observer }) => observer);
    expect(observers).toEqual([OHIO, WEST]);
  });

  it('is replaced by the next of the same loop, and taken over by a later loop', async () => {
    await cast(vote());
    expect(await cast(vote({ at: at(20) }))).toBe(true);
    expect(await cast(vote({ startedAt: at(15), at: at(25) }))).toBe(true);
    expect(await stage.run(readVote(stage.replicas(WEST), WEST))).toMatchObject({ startedAt: at(15), at: at(25) });
  });

  it('is not taken back by an earlier loop, which learns that it is superseded', async () => {
    await cast(vote({ startedAt: at(15), at: at(25) }));
    expect(await cast(vote({ at: at(30) }))).toBe(false);
    expect(await stage.run(readVote(stage.replicas(WEST), WEST))).toMatchObject({ at: at(25) });
  });

  it('S4 of any age stays readable; how old it is judges whoever reads it', async () => {
    await cast(vote());
    await stage.run(stage.world.clock.sleep(86_400_000));
    expect(await stage.run(readVotes(stage.replicas(WEST)))).toEqual([vote()]);
  });
});

describe('a loop', () => {
  const claim = (startedAt: string, loop = 'hold-gate', region = WEST) =>
    stage.run(claimLoop(stage.replicas(region), loop, region, startedAt));

  it('goes on while no later one has started', async () => {
    expect(await claim(at(0))).toBe(true);
    expect(await claim(at(0))).toBe(true);
  });

  it('ends when a later one has started', async () => {
    await claim(at(60));
    expect(await claim(at(0))).toBe(false);
    expect(await claim(at(60))).toBe(true);
  });

  it('does not mind other loops, nor its own in other Regions', async () => {
    await claim(at(60));
    expect(await claim(at(0), 'hold-switch')).toBe(true);
    expect(await claim(at(0), 'hold-gate', EAST)).toBe(true);
  });
});
