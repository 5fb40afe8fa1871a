import { formOpinion } from '../../../lambdas/observation/form-opinion';
import type { Opinion } from '../../../lambdas/observation/vote';

const good = { check: 'home', good: true, because: 'GET answered 200' };
const bad = { check: 'order', good: false, because: 'no answer' };
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 6, 9, 0, seconds)).toISOString();
const down: Opinion = {
  region: 'us-east-1',
  says: 'down',
  since: at(0),
  lastHealthyAt: at(-10),
  because: 'no answer',
  failing: ['order'],
};

describe('formOpinion', () => {
  it('S6 says down when one check of several fails, because a health page can be fine while orders fail', () => {
    expect(formOpinion('us-east-1', [good, bad], {}, at(0))).toMatchObject({ says: 'down', because: 'no answer' });
  });

  it('S3 says unknown when nothing was asked', () => {
    expect(formOpinion('us-east-1', [], {}, at(0)).says).toBe('unknown');
  });

  it('S1 keeps its since while it goes on saying the same', () => {
    expect(formOpinion('us-east-1', [bad], { opinion: down, at: at(20) }, at(30)).since).toBe(at(0));
  });

  it('S1 begins a new since after a gap of more than 30 s, in which nobody knows what happened', () => {
    expect(formOpinion('us-east-1', [bad], { opinion: down, at: at(20) }, at(51)).since).toBe(at(51));
  });

  it('begins a new since when the word changes, and remembers when it was healthy last', () => {
    const healthy = formOpinion('us-east-1', [good], { opinion: down, at: at(20) }, at(30));
    expect(healthy).toMatchObject({ says: 'healthy', since: at(30), lastHealthyAt: at(30) });
    const again = formOpinion('us-east-1', [bad], { opinion: healthy, at: at(30) }, at(40));
    expect(again).toMatchObject({ says: 'down', since: at(40), lastHealthyAt: at(30) });
  });
});
