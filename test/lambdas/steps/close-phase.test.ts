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
    const done = ['orders', 'users'].map((name) => item(name, { says: 'done', because: 'it writes' }));
    expect(judge(done)).toEqual({ ok: true, because: 'Promote: all 2 steps are done' });
  });

  it('is content with a phase that has nothing to do', () => {
    expect(judge([]).ok).toBe(true);
  });

  it('reads the results of phases that ran side by side', () => {
    const done = item('orders', { says: 'done', because: 'it writes' });
    const refused = item('web', { says: 'refused', because: 'no capacity' });
    expect(judge([[done], [refused]])).toEqual({ ok: false, because: 'Promote: web: no capacity' });
  });

  it.each(['pending', 'done'])('is not content with a step that failed after it had said %s', (says) => {
    const failed = item('orders', { says, because: 'asked' }, { Error: 'States.Timeout' });
    expect(judge([failed])).toEqual({ ok: false, because: 'Promote: orders failed with States.Timeout' });
  });

  it('is content with too little capacity and tells it: a Region that serves slowly is better than none', () => {
    const late = item('web', { says: 'refused', because: 'not done within 240 s' }, undefined, 'scale');
    expect(judge([late])).toEqual({ ok: true, because: 'Promote: web: not done within 240 s' });
  });

  it('tells of every step that is not done, and forgives none but the capacity', () => {
    const late = item('web', { says: 'refused', because: 'late' }, undefined, 'scale');
    const refused = item('orders', { says: 'refused', because: 'headless' });
    expect(judge([late, refused])).toEqual({ ok: false, because: 'Promote: web: late; orders: headless' });
  });

  it('S3 is not content with a step that says nothing', () => {
    expect(judge([item('orders', undefined)])).toEqual({ ok: false, because: 'Promote: orders: no progress' });
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

  it('S3 S14 takes a gate that says nothing for open', () => {
    expect(close([item('gate', undefined, undefined, 'fence')])).toEqual({
      ok: false,
      because:
        'Fence: gate: no progress; gate did not stop the writers; only a person who attests it ("fenced") could go on',
    });
  });

  it('S14 tells of nothing more where every fence and the gate are done', () => {
    const done = ['gate', 'stop-workers'].map((name) =>
      item(name, { says: 'done', because: 'so' }, undefined, 'fence'),
    );
    expect(close(done)).toEqual({ ok: true, because: 'Fence: all 2 steps are done' });
  });

  it('S14 tells why all that was done is not enough', () => {
    const stopped = item('stop-workers', { says: 'done', because: 'it runs 0' }, undefined, 'fence');
    expect(close([stopped])).toEqual({
      ok: false,
      because:
        'Fence: all 1 steps are done; gate did not stop the writers; only a person who attests it ("fenced") could go on',
    });
  });

  it('judges every other phase by its steps alone', () => {
    expect(close([worker], 'Promote', 'the account is closed')).toMatchObject({ ok: false });
  });
});
