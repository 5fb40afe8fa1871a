import type { Evidence } from '../../../../lambdas/evidence/compose';
import { renderReport } from '../../../../lambdas/evidence/report/render-report';
import { durationInWords } from '../../../../lambdas/evidence/report/words';
import { evidenceIn, figuresIn, momentsIn, textOf, valueAt } from './page';
import { HOSTILE, heldEvidence, movedEvidence, rehearsed, step, stuckEvidence } from './some-evidence';

const read = (
  evidence: Evidence,
  ...more: Parameters<typeof renderReport> extends [Evidence, ...infer R] ? R : never
) => textOf(renderReport(evidence, ...more));

describe('a report', () => {
  const every: [string, string][] = [
    ['moved', renderReport(movedEvidence())],
    ['moved in a rehearsal', renderReport(movedEvidence(), rehearsed())],
    ['stuck', renderReport(stuckEvidence())],
    ['held', renderReport(heldEvidence())],
  ];

  it.each(every)('of a run that %s needs no other file, and runs nothing', (_, page) => {
    expect(page).not.toMatch(/<(link|img|iframe|object|embed|form)\b|\bsrc=|@import|@font-face|\son[a-z]+=/);
    expect(page.match(/<script/g)).toEqual(['<script']);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
    expect([...page.matchAll(/url\(([^)]*)\)/g)].every(([, target]) => target!.startsWith('#'))).toBe(true);
  });

  it.each(every)('of a run that %s shows foreign text as text', (_, page) => {
    expect(page).not.toContain(HOSTILE);
    expect(page).not.toMatch(/<script>/);
    expect(textOf(page)).toContain('alert(&quot;x&quot;)');
  });

  it.each([movedEvidence(), stuckEvidence(), heldEvidence()])('carries its evidence whole ($outcome)', (evidence) => {
    expect(evidenceIn(renderReport(evidence))).toEqual(evidence);
  });

  it('tells no number that is not in its evidence, and none better', () => {
    const page = renderReport(movedEvidence());
    const figures = figuresIn(page);
    expect(new Set(figures.map(({ of }) => of))).toEqual(
      new Set(['measured.rtoSeconds', 'measured.rpoSecondsMax', 'objectives.rtoSeconds', 'objectives.rpoSeconds']),
    );
    for (const { of, value, text } of figures) {
      expect(value).toBe(valueAt(evidenceIn(page), of));
      expect(text).toBe(durationInWords(value));
    }
  });

  it('shows what AWS Health said, and says that no rule reads it', () => {
    const evidence = movedEvidence();
    const advised = evidence.assessments.map((one) => ({
      ...one,
      facts: { ...(one['facts'] as object), advice: [{ at: one.at, because: 'AWS Health says so', ageSeconds: 5 }] },
    }));
    expect(read({ ...evidence, assessments: advised })).toContain('AWS Health says so');
    expect(read(evidence)).not.toContain('AWS Health');
  });

  it('names every milestone of the run, and when every step began and spoke last', () => {
    const evidence = movedEvidence();
    const moments = momentsIn(renderReport(evidence));
    expect(moments).toEqual(expect.arrayContaining(Object.values(evidence.milestones)));
    expect(moments).toEqual(expect.arrayContaining(evidence.steps.flatMap(({ startedAt, at }) => [startedAt, at])));
  });

  it('is the same every time', () => {
    expect(renderReport(movedEvidence(), rehearsed())).toBe(renderReport(movedEvidence(), rehearsed()));
  });
});

describe('the verdict', () => {
  it('says of a move from where to where, since when, and how it stands against the plan', () => {
    const text = read(movedEvidence());
    expect(text).toContain('webshop moved from us-east-1 to us-west-2');
    expect(text).toContain('Users were without service for at most 6 min 1 s ; the plan allows 15 min');
    expect(text).toContain('At most 1 min 23 s of writes were lost; the plan allows 5 min');
    expect(text).toContain('✓ within the plan’s 15 min');
  });

  it('says that the plan was not kept', () => {
    expect(read(movedEvidence({ measured: { rtoSeconds: 901, rpoSecondsMax: null } }))).toMatch(
      /✗ over the plan’s 15 min.*not known/,
    );
  });

  it('says of a run that held that the application stays, and that nothing was changed', () => {
    expect(read(heldEvidence())).toMatch(/webshop stays in us-east-1 The run ended .* as held .* It changed nothing\./);
  });

  it('warns when a run held while the Region was still seen down', () => {
    expect(read(heldEvidence('down'))).toContain('This run did not move webshop, and us-east-1 is seen down');
  });

  it('asks for a person, and tells how many steps have acted', () => {
    expect(read(stuckEvidence())).toMatch(/webshop needs a person now .* 4 steps may have changed something/);
  });

  it('says of a run whose input was refused that it never began, and why', () => {
    const refused: Evidence = {
      ...heldEvidence(),
      before: undefined,
      outcome: 'aborted',
      because: 'nothing was changed: not an alarm',
      fault: { error: 'InvalidSignal', cause: 'not an alarm' },
      assessments: [],
    };
    expect(read(refused)).toMatch(
      /The failover of webshop never began .* nothing was changed: not an alarm\. .* Nothing was voted on, and nothing was done\..* InvalidSignal/,
    );
  });

  it('says of a journey that was given up on its way no more than that', () => {
    const given: Evidence = { ...heldEvidence(), journey: 'backup', outcome: 'aborted', because: 'the copy failed' };
    expect(read(given)).toMatch(/The backup of webshop was given up The run ended/);
  });

  it('knows journeys that move nothing', () => {
    const evidence: Evidence = {
      ...heldEvidence(),
      journey: 'backup',
      outcome: 'completed',
      assessments: [],
      steps: [step('copy', 31, 60, { resource: 'orders' })],
    };
    expect(read(evidence)).toMatch(/The backup of webshop is complete .* copy · orders/);
  });
});

describe('the sections', () => {
  it('tell signs and words, so that no state hangs on a colour', () => {
    const text = read(stuckEvidence());
    for (const word of ['✓ done', '✗ refused', '… pending', '! intent', '✗ down', '✗ not told'])
      expect(text).toContain(word);
  });

  it('divide the measured time without a rest', () => {
    const text = read(movedEvidence());
    expect(text).toMatch(/1 detect 0\.0 s|1 detect \+0\.0 s/);
    expect(text).toMatch(/4 DNS \+210\.0 s \+360\.1 s/);
  });

  it('name the rule that decided and the votes that it relied on', () => {
    const text = read(movedEvidence());
    expect(text).toMatch(/✓ proceed at 09:01:40 UTC , by the rule proceed-when-the-loss-is-certain/);
    expect(text).toMatch(/us-east-2 ✗ down 09:00:02 UTC 93\.3 s 4\.5 s/);
    expect(text).toContain('All 2 assessments');
  });

  it('compare who could act before and after', () => {
    expect(read(movedEvidence())).toMatch(
      /Active Region us-east-1 us-west-2 Epoch 1 2 Gates may be open in us-east-1 us-west-2 Users are sent to us-east-1 us-west-2/,
    );
  });

  it('S31 give only upper bounds where nobody saw the users', () => {
    const text = read(movedEvidence());
    expect(text).toContain(
      'nobody was without service for more than 6 min 1 s, and they lost at most 1 min 23 s of writes',
    );
    expect(text).not.toContain('Rehearsal');
  });

  it('show users, effects and their epochs where a rehearsal saw them, and say that it was one', () => {
    const text = read(movedEvidence(), rehearsed());
    expect(text).toContain('Rehearsal in a simulated AWS, nothing real has happened');
    expect(text).toContain(
      'Users were without service for 38 s at the longest. 3 acknowledged writes were lost, within 1 s.',
    );
    expect(text).toContain('reads: 162 good, 48 failed');
    expect(text).toMatch(/us-west-2 rds FailoverGlobalCluster webshop-orders 2/);
  });

  it('say what did not come out as expected', () => {
    expect(read(movedEvidence(), rehearsed({ problems: ['users are not served again'] }))).toContain(
      'It did not come out as expected: users are not served again.',
    );
  });

  it('tell what a journey found that does not assess', () => {
    const at = '2026-01-06T09:00:40.000Z';
    const findings = [
      { entry: 'finding#1', at, findings: [{ says: 'behind', because: 'orders is 45 s behind us-east-1' }] },
      { entry: 'finding#2', at, because: 'us-east-1 writes, and is backed up there' },
    ];
    const text = read({ ...heldEvidence(), journey: 'replication-watch', assessments: [], findings });
    expect(text).toMatch(/✗ behind orders is 45 s behind us-east-1 .* found us-east-1 writes, and is backed up there/);
  });

  it('name the entries of the ledger that they cannot show', () => {
    const odd = { entry: 'notice#of-another-version', at: 'then' };
    expect(read(movedEvidence({ notices: [odd] }))).toContain('notice#of-another-version');
  });
});
