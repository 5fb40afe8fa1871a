import { bandsOf } from '../../../../lambdas/evidence/report/bands';
import { heldEvidence, movedEvidence, step, stuckEvidence } from './some-evidence';

const seconds = (evidence: Parameters<typeof bandsOf>[0]) =>
  bandsOf(evidence).map(({ name, fromMs, untilMs }) => [name, (untilMs - fromMs) / 1000]);

describe('bandsOf', () => {
  it('divides the measured RTO of a move among its bands, and nothing is left over', () => {
    const bands = bandsOf(movedEvidence());
    expect(bands.map(({ name }) => name)).toEqual(['detect', 'decide', 'act', 'DNS']);
    expect(bands.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0)).toBe(360_123);
    for (const [index, band] of bands.slice(1).entries()) expect(band.fromMs).toBe(bands[index]!.untilMs);
  });

  it('ends with the run where it stopped while it acted', () => {
    expect(seconds(stuckEvidence())).toEqual([
      ['detect', 30],
      ['decide', 71],
      ['act', 200],
    ]);
  });

  it('leaves out detection where the Region was seen healthy after the run had begun', () => {
    expect(seconds(heldEvidence())).toEqual([['decide', 33]]);
  });

  it('only acts in a journey that decides nothing', () => {
    expect(seconds({ ...heldEvidence(), journey: 'backup', milestones: {}, steps: [step('copy', 31, 60)] })).toEqual([
      ['act', 33],
    ]);
  });
});
