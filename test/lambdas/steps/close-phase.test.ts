import { judgePhase, phaseResults } from '../../../lambdas/steps/close-phase';

const item = (resource: string, progress: unknown, fault?: unknown, capability = 'promote') => ({
  step: { resource, capability },
  progress,
  fault,
  move: {},
});
const judge = (results: unknown) => judgePhase('Promote', phaseResults.parse(results));

describe('judgePhase', () => {
  it('is content when every step is done', () => {
    expect(judge([item('orders', { says: 'done', because: 'it writes' })]).ok).toBe(true);
  });

  it('is content with a phase that has nothing to do', () => {
    expect(judge([]).ok).toBe(true);
  });

  it('reads the results of phases that ran side by side', () => {
    const done = item('orders', { says: 'done', because: 'it writes' });
    const refused = item('web', { says: 'refused', because: 'no capacity' });
    expect(judge([[done], [refused]])).toEqual({ ok: false, because: 'Promote: web: no capacity' });
  });

  it('is not content with a step that failed after it had made progress', () => {
    const failed = item('orders', { says: 'pending', because: 'asked' }, { Error: 'States.Timeout' });
    expect(judge([failed])).toEqual({ ok: false, because: 'Promote: orders failed with States.Timeout' });
  });

  it('is content with too little capacity and tells it: a Region that serves slowly is better than none', () => {
    const late = item('web', { says: 'refused', because: 'not done within 240 s' }, undefined, 'scale');
    expect(judge([late])).toEqual({ ok: true, because: 'Promote: web: not done within 240 s' });
  });

  it('S3 is not content with a step that says nothing', () => {
    expect(judge([item('orders', undefined)]).ok).toBe(false);
  });
});
