import type { Look } from '../../../lambdas/observation/look';
import { recall, type LastVote, type Memory } from '../../../lambdas/observation/recall';
import type { Vote } from '../../../lambdas/observation/vote';

const [EAST, WEST] = ['us-east-1', 'us-west-2'];
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 6, 9, 0, seconds)).toISOString();
/** What the observer in us-west-2 found in us-east-1 at a second. */
const looked = (seconds: number, good: boolean, lagSeconds?: number): Look => ({
  observer: WEST,
  at: at(seconds),
  found: [{ region: EAST, findings: [{ check: 'home', good, because: 'it said so' }], at: at(seconds) }],
  lags: lagSeconds === undefined ? [] : [lag(seconds, lagSeconds)],
});
const lag = (atSeconds: number, seconds: number) => ({
  resource: 'orders',
  from: EAST,
  to: WEST,
  seconds,
  at: at(atSeconds),
});
const NEW: Memory = { unsure: [] };
/** One loop; what it reads of the loop before it comes with each look, or does not. */
const loop = (...beats: readonly (readonly [Look, LastVote?])[]): Memory & { readonly vote?: Vote } =>
  beats.reduce<Memory>((memory, [look, last]) => recall(memory, memory.last ?? last, look), NEW);
const opinionOf = ({ vote }: Memory) => vote!.opinions[0]!;

const NEVER: LastVote = { vote: undefined };
/** The last loop saw us-east-1 healthy until second 0, and down from second 10 on. */
const earlier = (): LastVote => ({
  vote: loop([looked(0, true, 0.4), NEVER], [looked(10, false)], [looked(20, false)]).vote,
});

it('goes on where the last loop was', () => {
  const { vote } = loop([looked(30, false), earlier()]);
  expect(vote!.generation).toBe(2);
  expect(vote!.opinions[0]).toMatchObject({ says: 'down', since: at(10), lastHealthyAt: at(0) });
});

it('S31 knows when a loss began although the last vote could not be read at first, also if that is long ago', () => {
  const late = loop([looked(80, false)], [looked(90, false)], [looked(100, false), earlier()]);
  expect(opinionOf(late)).toMatchObject({ says: 'down', since: at(80), lastHealthyAt: at(0) });
});

it('S1 says that it lasts since the last loop saw it, where there was no gap between the two', () => {
  const late = loop([looked(30, false)], [looked(40, false)], [looked(50, false), earlier()]);
  expect(opinionOf(late)).toMatchObject({ says: 'down', since: at(10) });
});

it('S6 takes no good look for health in the middle of a loss that the last loop saw', () => {
  const late = loop([looked(30, true)], [looked(40, true), earlier()]);
  expect(opinionOf(late)).toMatchObject({ says: 'unknown', lastHealthyAt: at(0) });
});

describe('S15 a lag of the healthy time that is published only after the loss', () => {
  /** Healthy until second 0, down from second 10 on; meanwhile a sample of a certain time is read. */
  const read = (fromSeconds: number, untilSeconds: number) => {
    const healthy = { ...looked(0, true), lags: [lag(-90, 0.4)] };
    const late = { ...looked(20, false), lags: [{ ...lag(fromSeconds, 0.2), notAfter: at(untilSeconds) }] };
    return loop([healthy, NEVER], [looked(10, false)], [late]).vote!.lags;
  };

  it('bounds the loss closer than the one that was read in time', () => {
    expect(read(-60, 0)).toEqual([{ ...lag(-60, 0.2), notAfter: at(0) }]);
  });

  it('is none if it may have been taken after the source was last seen healthy, because then it may be frozen', () => {
    expect(read(-59, 1)).toEqual([lag(-90, 0.4)]);
  });
});

describe('S15 a lag of a loss that is over', () => {
  /** Healthy until second 0, down from second 10 to 200, and healthy from 230 on; then a sample of a certain minute is read. */
  const read = (fromSeconds: number, before = lag(-90, 0.4)) => {
    const looks = [0, 10, 200].map((seconds) => [looked(seconds, seconds === 0)] as const);
    const well = [210, 220, 230].map((seconds) => [looked(seconds, true)] as const);
    const sample = { ...lag(fromSeconds, 0.2), notAfter: at(fromSeconds + 60) };
    const first = { ...looked(0, true), lags: [before] };
    const after = { ...looked(240, true), lags: [sample] };
    return loop([first, NEVER], ...looks.slice(1), ...well, [after]).vote!.lags.map(({ at }) => at);
  };

  it('counts for nothing, because it may be frozen: what was written in the loss may not have arrived yet', () => {
    expect(read(100)).toEqual([at(-90)]);
    expect(read(209)).toEqual([at(-90)]);
    expect(read(-59)).toEqual([at(-90)]);
  });

  it('is one of the time before it, or after it, where its whole minute was', () => {
    expect(read(-60)).toEqual([at(-60)]);
    expect(read(210)).toEqual([at(210)]);
  });
});

describe('S15 a lag of the minute in which this observer last saw the source healthy', () => {
  const doubted = (fromSeconds: number, seconds = 0.2) => ({
    ...lag(fromSeconds, seconds),
    notAfter: at(fromSeconds + 60),
  });
  const healthy = { ...looked(0, true), lags: [lag(-90, 0.4)] };
  const down = (seconds: number, ...lags: Look['lags']): Look => ({ ...looked(seconds, false), lags });
  const inDoubt = (...looks: readonly Look[]) =>
    loop([healthy, NEVER], ...looks.map((one) => [one] as const)).vote!.lagsInDoubt;

  it('is told as one in doubt, for another may have seen it healthy a little longer', () => {
    const said = loop([healthy, NEVER], [down(10)], [down(20, doubted(-50))]).vote;
    expect(said).toMatchObject({ lags: [lag(-90, 0.4)], lagsInDoubt: [doubted(-50)] });
  });

  it('is kept while the loss lasts, and replaced by a later reading of it alone', () => {
    expect(inDoubt(down(20, doubted(-50)), down(80, doubted(10, 9)))).toEqual([doubted(-50)]);
    expect(inDoubt(down(20, doubted(-50)), down(50, doubted(-50, 0.3)))).toEqual([doubted(-50, 0.3)]);
    expect(inDoubt(down(20, doubted(-50), { ...doubted(-50), resource: 'ledger' }))).toHaveLength(2);
  });

  it('goes by the word on its own source', () => {
    const alsoWest = (look: Look): Look => ({
      ...look,
      found: [...look.found, { region: WEST, findings: [{ check: 'home', good: true, because: '' }], at: look.at }],
    });
    const sample = doubted(-50);
    expect(inDoubt(alsoWest(down(20, sample, { ...sample, from: WEST, to: EAST })))).toEqual([sample]);
  });

  it('is none where it surely was of that time, or surely later', () => {
    expect(inDoubt(down(20, doubted(-60)))).toBeUndefined();
    expect(inDoubt(down(70, doubted(1)))).toBeUndefined();
    // The minute goes on, and began after the source was last seen healthy: the replica may be cut off, and the sample frozen.
    expect(inDoubt(down(20, { ...doubted(5), notAfter: at(20) }))).toBeUndefined();
    expect(inDoubt(down(70, doubted(0)))).toEqual([doubted(0)]);
  });

  it('is forgotten when the source is healthy again, and unknown of one that never was', () => {
    const looks = [30, 40, 50, 60].map((seconds) => looked(seconds, true));
    expect(inDoubt(down(20, doubted(-50)), ...looks)).toBeUndefined();
    expect(loop([down(20, doubted(-50)), NEVER]).vote).not.toHaveProperty('lagsInDoubt');
  });
});

it('S15 keeps the last lag of a healthy source although the last vote could not be read at first', () => {
  const late = loop([looked(30, false, 99)], [looked(40, false), earlier()]);
  expect(late.vote!.lags).toEqual([lag(0, 0.4)]);
});

it('says what it sees meanwhile, and hears the last vote only once', () => {
  const alone = loop([looked(30, false)]);
  expect(opinionOf(alone)).toMatchObject({ says: 'down', since: at(30) });
  const after = loop([looked(30, false)], [looked(40, false), earlier()], [looked(50, false), NEVER]);
  expect(after.vote).toMatchObject({ generation: 2, opinions: [{ since: at(10) }] });
  expect(after.unsure).toEqual([]);
});
