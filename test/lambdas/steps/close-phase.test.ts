import { closePhase, judgePhase, phaseResults } from '../../../lambdas/steps/close-phase';
import { fencedShop } from '../../fenced-shop';

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

describe('closePhase', () => {
  const plan = fencedShop();
  const gate = item('gate', { says: 'done', because: 'it expired' }, undefined, 'fence');
  const worker = item('stop-workers', { says: 'refused', because: 'not possible: no answer' }, undefined, 'fence');
  const close = (results: unknown, phase = 'Fence', fenceAttested?: string) =>
    closePhase(phase, phaseResults.parse(results), { plan, ...(fenceAttested ? { fenceAttested } : {}) });

  it('S14 is content with a gate that closed by itself, and tells which fence was not possible', () => {
    expect(close([gate, worker])).toEqual({
      ok: true,
      because: 'Fence: stop-workers: not possible: no answer; gate stopped the writers',
    });
  });

  it('S14 is not content with fences while the gate has not closed', () => {
    const open = item('gate', { says: 'refused', because: 'not done within 600 s' }, undefined, 'fence');
    const stopped = item('stop-workers', { says: 'done', because: 'it runs 0' }, undefined, 'fence');
    expect(close([open, stopped])).toMatchObject({ ok: false });
    expect(close([open, stopped], 'Fence', 'the account is closed')).toMatchObject({ ok: true });
  });

  it('S14 does not take for done what failed after it had made progress', () => {
    const failed = item('gate', { says: 'done', because: 'it expired' }, { Error: 'States.Timeout' }, 'fence');
    expect(close([failed])).toMatchObject({ ok: false });
  });

  it('judges every other phase by its steps alone', () => {
    expect(close([worker], 'Promote', 'the account is closed')).toMatchObject({ ok: false });
  });
});
