import { abstain, formOpinion } from '../../../lambdas/observation/form-opinion';
import type { Opinion } from '../../../lambdas/observation/vote';

const good = { check: 'home', good: true, because: 'GET answered 200' };
const bad = { check: 'order', good: false, because: 'no answer' };
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 6, 9, 0, seconds)).toISOString();
const down: Opinion = {
  region: 'us-east-1',
  says: 'down',
  since: at(0),
  loss: { since: at(0), goodLooks: 0 },
  lastHealthyAt: at(-10),
  because: 'no answer',
  failing: ['order'],
};

describe('formOpinion', () => {
  it('S6 says down when one check of several fails, because a health page can be fine while orders fail', () => {
    expect(formOpinion('us-east-1', [good, bad], {}, at(0))).toMatchObject({ says: 'down', because: 'no answer' });
  });

  it('S3 says unknown when nothing was asked', () => {
    expect(formOpinion('us-east-1', [], {}, at(0))).toStrictEqual({
      region: 'us-east-1',
      says: 'unknown',
      since: at(0),
      because: 'no check applies',
      failing: [],
    });
  });

  it('names what fails once, and why, because a check is asked several times', () => {
    const other = { check: 'pay', good: false, because: 'status 500' };
    const found = formOpinion('us-east-1', [bad, good, bad, other], {}, at(0));
    expect(found).toMatchObject({ because: 'no answer; status 500', failing: ['order', 'pay'] });
  });

  it('S1 takes a word of 30 s ago for one that goes on', () => {
    expect(formOpinion('us-east-1', [bad], { opinion: down, at: at(20) }, at(50)).since).toBe(at(0));
  });

  it('S1 begins a new since when it says something else', () => {
    const healthy: Opinion = { ...down, says: 'healthy', loss: undefined };
    expect(formOpinion('us-east-1', [good], { opinion: healthy, at: at(20) }, at(30)).since).toBe(at(0));
    expect(formOpinion('us-east-1', [], { opinion: healthy, at: at(20) }, at(30)).since).toBe(at(30));
  });

  it('S6 counts no good look where nothing was asked', () => {
    const first = formOpinion('us-east-1', [good], { opinion: down, at: at(20) }, at(30));
    const second = formOpinion('us-east-1', [], { opinion: first, at: at(30) }, at(40));
    expect(second).toMatchObject({ says: 'unknown', loss: { since: at(0), goodLooks: 1 } });
  });

  it('S2 does not say of a Region that was never seen healthy when it was, and says it anew after a gap', () => {
    const blind = abstain({ ...down, lastHealthyAt: undefined }, {}, at(10), 'nothing answers');
    expect(blind).not.toHaveProperty('lastHealthyAt');
    expect(abstain(down, { opinion: blind, at: at(10) }, at(41), 'nothing answers').since).toBe(at(41));
  });

  it('S1 keeps its since while it goes on saying the same', () => {
    expect(formOpinion('us-east-1', [bad], { opinion: down, at: at(20) }, at(30)).since).toBe(at(0));
  });

  it('S1 begins a new since after a gap of more than 30 s, in which nobody knows what happened', () => {
    expect(formOpinion('us-east-1', [bad], { opinion: down, at: at(20) }, at(51)).since).toBe(at(51));
  });

  const look = (findings: Parameters<typeof formOpinion>[1], opinion: Opinion | undefined, seconds: number) =>
    formOpinion('us-east-1', findings, { opinion, at: at(seconds - 10) }, at(seconds));

  it('S6 calls a Region healthy again only after three good looks in a row, and says nothing of it until then', () => {
    const first = look([good], down, 10);
    const second = look([good], first, 20);
    const third = look([good], second, 30);
    expect([first, second, third].map(({ says }) => says)).toEqual(['unknown', 'unknown', 'healthy']);
    expect(first.because).toMatch(/^was down since .*, and 1 of 3 looks were good since: GET answered 200$/);
    expect([second.lastHealthyAt, third.lastHealthyAt]).toEqual([at(-10), at(30)]);
    expect(third).toMatchObject({ since: at(30), failing: [] });
    expect(third.loss).toBeUndefined();
  });

  it('S6 S31 counts no good look that comes too soon, because loops that overlap look more often, and a Region may flap', () => {
    const after = (...seconds: readonly number[]) =>
      seconds.reduce((opinion, second) => look([good], opinion, second), down);
    const soon = after(10, 20, 21.3);
    expect(soon).toMatchObject({ says: 'unknown', loss: { since: at(0), goodLooks: 2, goodSince: at(10) } });
    expect(soon.lastHealthyAt).toBe(at(-10));
    expect(after(10, 20, 21.3, 31.3)).toMatchObject({ says: 'healthy' });
    expect(after(10, 19, 29)).toMatchObject({ says: 'healthy' });
    expect(after(10, 18.9, 28.9)).toMatchObject({ says: 'unknown' });
    expect(look([bad], soon, 30).loss).toEqual({ since: at(0), goodLooks: 0 });
  });

  it('S6 counts anew what an observer of before knew without its time', () => {
    const earlier: Opinion = { ...down, says: 'unknown', loss: { since: at(0), goodLooks: 2 } };
    const first = look([good], earlier, 10);
    expect(first).toMatchObject({ says: 'unknown', loss: { goodLooks: 2, goodSince: at(10) } });
    expect(look([good], first, 30)).toMatchObject({ says: 'healthy' });
  });

  it('S6 counts a grey failure from its first bad look, because the good ones in between are no health', () => {
    const looks = [good, good, bad, good, bad];
    const last = looks.reduce((opinion, found, index) => look([found], opinion, 10 * (index + 1)), down);
    expect(last).toMatchObject({ says: 'down', since: at(0) });
  });

  it('begins a new loss after the Region was healthy', () => {
    const healthy = [10, 20, 30].reduce((opinion, seconds) => look([good], opinion, seconds), down);
    expect(look([bad], healthy, 40)).toMatchObject({ says: 'down', since: at(40), lastHealthyAt: at(30) });
  });

  it('S15 remembers the last loss from the last healthy look to the first good one, because lags of that time tell nothing', () => {
    const good3 = (from: number, before: Opinion) =>
      [0, 10, 20].reduce((opinion, seconds) => look([good], opinion, from + seconds), before);
    expect(look([good], down, 10).lastLoss).toBeUndefined();
    const back = good3(10, down);
    expect(back.lastLoss).toEqual({ since: at(-10), until: at(10) });
    const again = look([bad], back, 40);
    expect(again.lastLoss).toEqual(back.lastLoss);
    expect(good3(50, again).lastLoss).toEqual({ since: at(30), until: at(50) });
  });

  it('S15 takes a Region that was never healthy yet for one that begins, not for one that was lost', () => {
    const first = look([good], { ...down, lastHealthyAt: undefined }, 10);
    const last = look([good], look([good], first, 20), 30);
    expect(last).toMatchObject({ says: 'healthy' });
    expect(last).not.toHaveProperty('lastLoss');
  });

  it('S15 ends a loss that nobody looked at for too long when somebody looks again', () => {
    const after = formOpinion('us-east-1', [bad], { opinion: down, at: at(0) }, at(60));
    expect(after).toMatchObject({ loss: { since: at(60) }, lastLoss: { since: at(-10), until: at(60) } });
  });

  it('S2 says nothing of a Region while the observer is blind, and forgets what it said of its loss', () => {
    const seen = look([bad], down, 10);
    const blind = abstain(seen, { opinion: down, at: at(0) }, at(10), 'nothing answers');
    expect(blind).toEqual({
      region: 'us-east-1',
      says: 'abstains',
      since: at(10),
      lastLoss: { since: at(-10), until: at(10) },
      lastHealthyAt: at(-10),
      because: 'nothing answers',
      failing: [],
    });
    expect(abstain(seen, { opinion: blind, at: at(10) }, at(20), 'nothing answers').lastLoss).toEqual(blind.lastLoss);
    expect(abstain(seen, { opinion: blind, at: at(10) }, at(20), 'nothing answers').since).toBe(at(10));
    expect(look([bad], blind, 20)).toMatchObject({ says: 'down', since: at(20) });
  });
});
