import { lanesOf } from '../../../../lambdas/evidence/report/lanes';
import { readEntries } from '../../../../lambdas/evidence/report/ledger-entries';
import { at, heldEvidence, movedEvidence, stuckEvidence } from './some-evidence';

const lanes = (evidence: Parameters<typeof readEntries>[0]) => lanesOf(evidence, readEntries(evidence));

const names = (evidence: Parameters<typeof readEntries>[0]) =>
  lanes(evidence).map(({ region, rows }) => [region, rows.map(({ name }) => name)]);

describe('lanesOf', () => {
  it('puts votes and the fence beside the Region that is left, and the rest beside the one that takes over', () => {
    expect(names(movedEvidence())).toEqual([
      ['us-east-1', ['seen from us-east-2', 'seen from us-west-2', 'Fence', 'fence · orders']],
      [
        'us-west-2',
        [
          'assess',
          'take the lead',
          'Make ready',
          'promote · orders',
          'Shift traffic',
          'shift · orders',
          'Verify',
          'verify · orders',
        ],
      ],
    ]);
  });

  it('keeps the steps of a phase that never closed', () => {
    expect(names(stuckEvidence())[1]).toEqual([
      'us-west-2',
      ['assess', 'take the lead', 'promote · orders', 'scale · web', 'scale · worker'],
    ]);
  });

  it('puts votes together until an observer says something else', () => {
    const [seen] = lanes(heldEvidence('healthy'))[0]!.rows;
    expect(seen!.bars.map(({ says, untilMs }) => [says, new Date(untilMs).toISOString()])).toEqual([
      ['down', at(31)],
      ['healthy', at(62)],
    ]);
    expect(seen!.bars[1]!.fromMs).toBeGreaterThanOrEqual(seen!.bars[0]!.untilMs);
  });
});
