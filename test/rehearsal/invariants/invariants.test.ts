import { invariants, violationsIn } from '../../../rehearsal/invariants/all';
import type { Evidence } from '../../../lambdas/evidence/compose';
import type { StepRecord } from '../../../lambdas/evidence/step-record';
import type { Answer, AuthorityState, Recording } from '../../../rehearsal/invariants/recording';
import type { RunState } from '../../../rehearsal/invariants/runs';
import { quickStart } from '../../quick-start';

const BEGAN = Date.UTC(2026, 0, 6, 9);
const at = (seconds: number) => BEGAN + seconds * 1000;

const votes = [
  { observer: 'us-west-2', says: 'down' },
  { observer: 'us-east-2', says: 'down' },
];
const cast = (observer: string, word: string, seconds = 390) => ({
  atMs: at(seconds),
  observer,
  says: { 'us-east-1': word },
});
const run = { name: 'r', region: 'us-west-2', from: 'us-east-1', votes };
const before: AuthorityState = {
  atMs: at(0),
  epoch: 1,
  active: 'us-east-1',
  traffic: { 'us-east-1': true, 'us-west-2': false },
};
const leading: AuthorityState = { ...before, atMs: at(400), epoch: 2, run };
const shifted: AuthorityState = {
  ...leading,
  atMs: at(600),
  active: 'us-west-2',
  traffic: { 'us-east-1': false, 'us-west-2': true },
};
const promotion = {
  id: 't1',
  t: 500_000,
  askedT: 499_950,
  region: 'us-west-2',
  service: 'rds',
  operation: 'FailoverGlobalCluster',
  target: 'webshop-orders',
  epoch: 2,
  by: 'understudy-webshop-promote',
  run: 'r',
};
const call = {
  id: 't2',
  t: 500_000,
  region: 'us-west-2',
  fromRegion: 'us-west-2',
  service: 'rds',
  operation: 'DescribeGlobalClusters',
  path: 'critical' as const,
  by: 'promote',
  run: 'r',
};

const iso = (seconds: number) => new Date(at(seconds)).toISOString();
const step: StepRecord = {
  entry: 'step#promote#orders',
  phase: 'promote',
  resource: 'orders',
  says: 'done',
  because: 'orders writes in us-west-2',
  acted: true,
  startedAt: iso(499),
  at: iso(540),
};
const evidence: Evidence = {
  version: 1,
  application: 'webshop',
  journey: 'failover',
  run: 'r',
  region: 'us-west-2',
  startedAt: iso(390),
  endedAt: iso(700),
  signal: {},
  outcome: 'moved',
  because: 'us-west-2 serves in place of us-east-1',
  move: { epoch: 2, from: 'us-east-1', to: 'us-west-2', lossBoundSeconds: 83 },
  objectives: quickStart().objectives,
  milestones: { lastHealthyAt: iso(295), ledAt: iso(400), verifiedAt: iso(690) },
  measured: { rtoSeconds: 455, rpoSecondsMax: 83 },
  assessments: [],
  steps: [step],
  phases: [],
  notices: [],
};
const moved = { name: 'r', region: 'us-west-2', startedMs: at(390), endedMs: at(700), isCut: false, byPerson: false };
const held: RunState = {
  ...moved,
  name: 'h',
  evidence: { ...evidence, run: 'h', outcome: 'held', because: 'nobody reports the loss', steps: [] },
};
/** Writes once every ten seconds: in us-east-1 until the loss at 300 s, and in us-west-2 from 660 s on. */
const requests = Array.from({ length: 100 }, (_, index) => {
  const request = { at: at(index * 10), region: index < 66 ? 'us-east-1' : 'us-west-2' };
  return index >= 30 && index < 66 ? { ...request, good: false } : { ...request, good: true, wrote: `w${index}` };
});
const lostWrite = (index: number) => ({ id: `w${index}`, at: at(index * 10), region: 'us-east-1' });
const point = (region: string, day: number) => ({ region, id: `understudy-webshop-orders-202601${day}t1200` });

/** A failover in which everything is as it should be. */
const good: Recording = {
  plan: quickStart(),
  beganMs: BEGAN,
  gates: [
    { atMs: at(100), region: 'us-east-1', untilMs: at(380), epoch: 1 },
    { atMs: at(550), region: 'us-west-2', untilMs: at(630), epoch: 2 },
  ],
  writers: [],
  words: { byHand: [], attested: [], acceptedLoss: [], yes: [] },
  authority: [before, leading, shifted],
  votes: [cast('us-west-2', 'down'), cast('us-east-2', 'down')],
  writes: [
    { atMs: at(200), region: 'us-east-1', epoch: 1 },
    { atMs: at(560), region: 'us-west-2', epoch: 2 },
  ],
  answers: [{ atMs: at(800), region: 'us-west-2', writes: true, dead: false }],
  effects: [promotion],
  calls: [call],
  rpoSeconds: 1,
  requests,
  lost: [lostWrite(29)],
  runs: [{ ...moved, evidence }],
  replayed: [],
  deletions: [],
  erasures: [],
  trueLossMs: at(300),
  disturbances: [{ id: 'F17', fromMs: at(310), untilMs: at(400) }],
};

const back: AuthorityState = { ...shifted, atMs: at(2_000), active: 'us-east-1', epoch: 3 };

const broken: readonly [string, Partial<Recording>][] = [
  ['I9', { authority: [before, leading, shifted, back], effects: [] }],
  ['I7', { votes: [...good.votes, cast('us-east-2', 'healthy', 395), cast('eu-west-1', 'healthy')] }],
  ['I13', { votes: [cast('us-west-2', 'down'), cast('us-east-2', 'unknown')] }],
  ['I14', { authority: [before, { ...leading, killSwitch: { at: 'then' } }, shifted] }],
  ['I1', { gates: [{ ...good.gates[0]!, untilMs: at(551) }, good.gates[1]!], effects: [] }],
  ['I2', { writes: [...good.writes, { atMs: at(570), region: 'us-east-1', epoch: 1 }] }],
  ['I3', { authority: [before, leading, shifted, { ...shifted, atMs: at(900), epoch: 1 }] }],
  ['I4', { effects: [{ ...promotion, epoch: 1 }] }],
  ['I5', { gates: [{ ...good.gates[0]!, untilMs: at(501) }, good.gates[1]!] }],
  ['I6', { authority: [before, { ...leading, run: { ...run, votes: votes.slice(0, 1) } }, shifted] }],
  [
    'I6',
    {
      authority: [
        before,
        { ...leading, run: { ...run, votes: [votes[0]!, { observer: 'us-east-1', says: 'down' }] } },
        shifted,
      ],
      votes: [...good.votes, cast('us-east-1', 'down')],
    },
  ],
  ['I8', { rpoSeconds: 301 }],
  ['I10', { answers: [{ atMs: at(800), region: 'us-east-1', writes: false, dead: true }] }],
  ['I11', { calls: [{ ...call, service: 'route53' }] }],
  ['I11', { calls: [{ ...call, region: 'us-east-1' }] }],
  ['S27', { plan: { ...good.plan, automation: { ...good.plan.automation, mode: 'observe' } } }],
  ['S16', { writes: good.writes.slice(0, 1) }],
  ['S24', { authority: [before, leading, shifted, { ...shifted, atMs: at(900), traffic: { 'us-east-1': false } }] }],
];

const changed = (more: Partial<Evidence>): Partial<Recording> => ({
  runs: [{ ...moved, evidence: { ...evidence, ...more } }],
});
const deletion = { atMs: at(100), ...point('us-west-2', 11) };
const brokenLater: readonly [string, string, Partial<Recording>][] = [
  ['I12', 'took the lead', { replayed: ['r'], effects: [] }],
  [
    'I12',
    'ended needs-a-person',
    { replayed: ['h'], runs: [...good.runs, { ...held, evidence: { ...held.evidence!, outcome: 'needs-a-person' } }] },
  ],
  ['I15', 'without evidence', { runs: [...good.runs, { ...moved, name: 'silent' }] }],
  ['I15', 'its intent to promote orders', changed({ steps: [{ ...step, says: 'intent' }] })],
  [
    'I15',
    'does not tell of it',
    {
      authority: [
        before,
        { ...leading, run: { ...run, continues: [{}] } },
        { ...shifted, run: { ...run, continues: [{}] } },
      ],
    },
  ],
  ['I16', 'no run had moved by itself', { runs: [{ ...moved, byPerson: true, evidence }] }],
  ['I16', 'no run had moved by itself', { runs: [{ ...moved, endedMs: at(1_201), evidence }] }],
  ['I17', 'an RTO of 359 s', changed({ measured: { rtoSeconds: 359, rpoSecondsMax: 83 } })],
  [
    'I17',
    '3 acknowledged writes within 30 s are gone, the newest of us-east-1: w29 at 09:04:50.000',
    { ...changed({ measured: { rtoSeconds: 455, rpoSecondsMax: 29 } }), lost: [27, 28, 29].map(lostWrite) },
  ],
  ['I18', 'the newest there', { deletions: [{ ...deletion, left: [point('us-west-2', 10), point('us-east-1', 12)] }] }],
  [
    'I18',
    'the newest that two Regions keep',
    { deletions: [{ ...deletion, left: [point('us-east-1', 11), point('us-west-2', 12)] }] },
  ],
  ['I18', 'was erased', { erasures: [{ atMs: at(100), what: 'the record of who is active' }] }],
  ['I18', 'asked for DeleteItem', { calls: [{ ...call, service: 'dynamodb', operation: 'DeleteItem' }] }],
];

describe('I7 where observers are unsure at the lead', () => {
  const isWrong = (...votes: Recording['votes']) =>
    violationsIn({ ...good, votes }).some(({ invariant }) => invariant === 'I7');
  const witness = cast('dns-witness', 'healthy', 384);

  it('counts their last sure word if they may have become unsure after the assessment', () => {
    expect(isWrong(witness, ...good.votes, cast('us-east-2', 'unknown', 399))).toBe(false);
    expect(isWrong(...good.votes, cast('us-east-2', 'unknown', 395), cast('us-west-2', 'abstains', 399))).toBe(false);
  });

  it('S3 counts nothing of who was unsure before it', () => {
    const unsure = [cast('us-east-2', 'down', 370), cast('us-east-2', 'unknown', 384.9)];
    expect(isWrong(...unsure, witness, cast('us-west-2', 'down'))).toBe(true);
  });

  it('takes who has become healthy since then at that word', () => {
    expect(isWrong(witness, ...good.votes, cast('us-east-2', 'healthy', 399))).toBe(true);
  });
});

describe('I8 where a person accepted a loss', () => {
  const told = (lossAccepted: boolean) => ({
    ...moved,
    evidence: { ...evidence, move: { ...evidence.move!, lossAccepted } },
  });
  const goesOn: RunState = { name: 'r', region: 'us-west-2', startedMs: at(390), isCut: false, byPerson: true };
  const startedWith = (acceptedSeconds: 'any' | number) => ({
    ...good.words,
    byHand: ['r'],
    acceptedLoss: [{ run: 'r', acceptedSeconds }],
  });
  const started = startedWith('any');
  const yesAt = (seconds: number) => ({ ...good.words, yes: [{ run: 'r', role: 'operations', atMs: at(seconds) }] });
  const asked = (acceptsLossSeconds: 'any' | number, seconds = 430, name = 'r') => {
    const question = { run: name, askedAt: iso(seconds), acceptsLossSeconds };
    return { authority: [before, leading, { ...leading, atMs: at(seconds), question }, { ...shifted, question }] };
  };
  const found = (words: Recording['words'], run: RunState, more: Partial<Recording> = {}) =>
    violationsIn({ ...good, rpoSeconds: 301, lost: [lostWrite(29)], words, runs: [run], ...more }).map(
      ({ invariant }) => invariant,
    );

  it('S15 leaves what that move lost to them, because it was theirs to say', () => {
    expect(found(started, told(true))).not.toContain('I8');
    expect(found(yesAt(450), told(true), asked('any'))).not.toContain('I8');
  });

  /** The first write survives and no other of us-east-1; the plan allows to lose less. */
  const LONG_SECONDS = 290;
  const tight = {
    plan: { ...good.plan, objectives: { ...good.plan.objectives, rpoSeconds: 200 } },
    rpoSeconds: LONG_SECONDS,
    lost: Array.from({ length: 29 }, (_, index) => lostWrite(index + 1)),
  };

  it('S15 leaves to a person who started the run as many seconds as they accepted, and no more', () => {
    expect(found(startedWith(LONG_SECONDS), told(true), tight)).not.toContain('I8');
    expect(found(startedWith(LONG_SECONDS - 1), told(true), tight)).toContain('I8');
  });

  it('S15 leaves to people who said yes as many seconds as their question told, whatever they were asked for', () => {
    expect(found(yesAt(450), told(true), { ...tight, ...asked(LONG_SECONDS) })).not.toContain('I8');
    expect(found(yesAt(450), told(true), { ...tight, ...asked(LONG_SECONDS - 1) })).toContain('I8');
  });

  it('S15 takes a yes for an answer to the question that stood then, and to none before or after', () => {
    const first = asked(LONG_SECONDS - 1).authority;
    const second = asked(LONG_SECONDS, 470).authority.slice(2);
    const twice = { ...tight, authority: [...first, ...second] };
    expect(found(yesAt(450), told(true), twice)).toContain('I8');
    expect(found(yesAt(480), told(true), twice)).not.toContain('I8');
    expect(found(yesAt(420), told(true), { ...tight, ...asked('any') })).toContain('I8');
    expect(found(yesAt(450), told(true), { ...tight, ...asked('any', 430, 'another') })).toContain('I8');
  });

  it('S15 leaves it to them also where the run still waits, or was cut, because that changes nothing of what they said', () => {
    expect(found(started, goesOn)).not.toContain('I8');
    expect(found(started, { ...moved, endedMs: at(560), isCut: true })).not.toContain('I8');
  });

  it('S15 believes no run that says so alone, and none that promoted by the leave of the plan', () => {
    expect(found(good.words, told(true))).toContain('I8');
    expect(found(started, told(false))).toContain('I8');
    expect(found(yesAt(450), told(false), asked('any'))).toContain('I8');
  });

  it('S15 leaves to them nothing that an earlier move had lost, nor what was lost after theirs', () => {
    const back = { ...promotion, t: 350_000, region: 'us-east-1', run: 'b', epoch: 1 };
    expect(found(started, goesOn, { effects: [back, promotion] })).toContain('I8');
    expect(found(started, told(true), { lost: [lostWrite(80)] })).toContain('I8');
  });
});

describe('where the application moves back', () => {
  const found = (more: Partial<Recording>) =>
    violationsIn({ ...good, effects: [], ...more }).map(({ invariant }) => invariant);

  it('I9 accepts a second move in the cool-down only if a person has seen the first', () => {
    const seen = (seconds: number) => ({ ...back, acknowledged: { at: new Date(at(seconds)).toISOString() } });
    const followedBy = (second: AuthorityState) => found({ authority: [before, leading, shifted, second] });
    expect(followedBy(seen(1_000))).not.toContain('I9');
    expect(followedBy(back)).toContain('I9');
    expect(followedBy(seen(599))).toContain('I9');
  });

  const scaled = { ...promotion, id: 't0', t: 450_000, service: 'ecs', operation: 'UpdateService', target: 'web' };
  const givenBack: AuthorityState = { ...before, atMs: at(600), epoch: 3 };
  const again: AuthorityState = { ...leading, atMs: at(1_000), epoch: 4, run: { ...run, name: 'again' } };
  const afterUndo = (more: Partial<Recording> = {}) =>
    found({ authority: [before, leading, givenBack, again], effects: [scaled], ...more });

  it('I9 accepts no second lead in the cool-down of a run that changed something, even if that was taken back', () => {
    expect(afterUndo()).toContain('I9');
    expect(afterUndo({ effects: [] })).not.toContain('I9');
    expect(afterUndo({ words: { ...good.words, byHand: ['again'] } })).not.toContain('I9');
    const later = { ...again, atMs: at(400 + 3_600) };
    expect(afterUndo({ authority: [before, leading, givenBack, later] })).not.toContain('I9');
    const seen = { ...again, acknowledged: { at: new Date(at(700)).toISOString() } };
    expect(afterUndo({ authority: [before, leading, givenBack, seen] })).not.toContain('I9');
    const goesOn = { ...again, run: { ...again.run!, continues: [{}] } };
    expect(afterUndo({ authority: [before, leading, givenBack, goesOn] })).not.toContain('I9');
  });

  it('I9 accepts a second move in the cool-down that a person started', () => {
    const second = { ...back, run: { ...run, name: 'by hand' } };
    const moves = { authority: [before, leading, shifted, second] };
    expect(found({ ...moves, words: { ...good.words, byHand: ['by hand'] } })).not.toContain('I9');
    expect(found({ ...moves, words: { ...good.words, byHand: ['another'] } })).toContain('I9');
  });

  const away = { ...moved, evidence };
  const home = { ...evidence, move: { ...evidence.move!, from: 'us-west-2', to: 'us-east-1' } };
  const twice = [away, { ...moved, name: 'back', endedMs: at(2_500), evidence: home }];
  const look = (seconds: number, more: Partial<Answer> = {}): Answer => ({
    atMs: at(seconds),
    region: 'us-west-2',
    writes: false,
    dead: true,
    ...more,
  });
  const isLedAstray = (runs: Recording['runs'], ...answers: readonly Answer[]) =>
    found({ runs, answers }).includes('I10');

  it('I10 excuses names of a Region that has died, until the move away from it has ended', () => {
    expect(isLedAstray(twice, look(2_000))).toBe(false);
    // The database has moved, the names have not yet, and the Region is back too late.
    expect(isLedAstray(twice, look(2_000), look(2_400, { dead: false }))).toBe(false);
  });

  it('I10 S26 excuses names of a Region that served and has died, while it is dead and no other takes over', () => {
    const once = twice.slice(0, 1);
    const served = look(900, { writes: true, dead: false });
    expect(isLedAstray(once, served, look(2_000))).toBe(false);
    expect(isLedAstray(once, served, look(2_000), look(2_400, { dead: false }))).toBe(true);
    expect(isLedAstray(once, look(2_000), look(2_100, { writes: true, dead: false }))).toBe(true);
    expect(isLedAstray(once, { ...served, region: 'us-east-1' }, look(2_000))).toBe(true);
  });

  it.each<[string, Recording['runs'], readonly Answer[]]>([
    ['where no move followed', twice.slice(0, 1), [look(2_000)]],
    ['after the last move', twice, [look(2_000), look(2_501)]],
    ['before the Region has died', twice, [look(1_900, { dead: false }), look(2_000)]],
    ['if it died before the earlier move had ended', twice, [look(600), look(2_000, { dead: false })]],
    ['of another Region than the one that is left', twice, [look(2_000, { region: 'us-east-1' })]],
  ])('I10 excuses nothing %s', (_, runs, answers) => {
    expect(isLedAstray(runs, ...answers)).toBe(true);
  });
});

describe('I16 where a person let the lost Region write on', () => {
  /** No run moves by itself; the loss begins at 300 s and must last for 90 s, and a gate of then is open until 380 s. */
  const isMissed = (breakGlass?: AuthorityState['breakGlass'], rpoSeconds = good.plan.objectives.rpoSeconds) => {
    const people = [{ ...moved, byPerson: true, evidence }];
    const authority = [{ ...before, ...(breakGlass ? { breakGlass } : {}) }, leading, shifted];
    const plan = { ...good.plan, objectives: { ...good.plan.objectives, rpoSeconds } };
    return violationsIn({ ...good, plan, runs: people, authority }).some(({ invariant }) => invariant === 'I16');
  };
  const glass = (untilSeconds: number, region = 'us-east-1') => ({ region, until: iso(untilSeconds) });
  const HOUR = 3_600;

  it('I16 S15 expects no move by itself where what is written until the date, and since a sample of three minutes before, is more than the plan lets be lost', () => {
    expect(isMissed(glass(421))).toBe(false);
    expect(isMissed(glass(420))).toBe(true);
    expect(isMissed(glass(421), HOUR)).toBe(true);
  });

  it('I16 S14 expects none where a run that may decide would wait for more than five minutes, because it asks people instead', () => {
    expect(isMissed(glass(691), HOUR)).toBe(false);
    expect(isMissed(glass(690), HOUR)).toBe(true);
  });

  it('I16 expects one where that ends no later than the gate, is another Region’s, or is none', () => {
    expect(isMissed(glass(380), 180)).toBe(true);
    expect(isMissed(glass(900, 'us-west-2'))).toBe(true);
    expect(isMissed()).toBe(true);
  });
});

describe('I16 where people were asked', () => {
  /** Nothing moves by itself; the source is last seen healthy at 295 s, and its gate was renewed until 380 s, or later. */
  const isMissed = ({ healthyAt = 295, gateUntil = 380, askedAt = 400, more = [] as Recording['votes'] } = {}) => {
    const question = { run: 'r', askedAt: iso(askedAt), acceptsLossSeconds: 400 };
    const recording: Recording = {
      ...good,
      runs: [{ ...moved, byPerson: true, evidence }],
      authority: [before, { ...before, atMs: at(askedAt), question }, shifted],
      votes: [cast('us-west-2', 'healthy', healthyAt), ...more, ...good.votes],
      gates: [{ ...good.gates[0]!, untilMs: at(gateUntil) }],
    };
    return violationsIn(recording).some(({ invariant }) => invariant === 'I16');
  };
  /** A sample of the minute that began at 180 s, five minutes, and the look by which a renewal is seen. */
  const TIGHT = 180 + 300 - 12;

  it('I16 S15 expects no move by itself if more could be lost than the plan allows', () => {
    expect(isMissed({ gateUntil: TIGHT + 1 })).toBe(false);
    expect(isMissed({ gateUntil: TIGHT })).toBe(true);
  });

  it('I16 goes by the last that anyone outside saw, and not by the source or by hearsay', () => {
    expect(isMissed({ gateUntil: TIGHT + 60, healthyAt: 300.9 })).toBe(false);
    expect(isMissed({ gateUntil: TIGHT + 60, healthyAt: 301 })).toBe(true);
    const saw = (observer: string) => [cast(observer, 'healthy', 301)];
    expect(isMissed({ gateUntil: TIGHT + 60, more: saw('us-east-2') })).toBe(true);
    expect(isMissed({ gateUntil: TIGHT + 60, more: [...saw('us-east-1'), ...saw('dns-witness')] })).toBe(false);
  });

  it('I16 expects one where people were asked about something before, or so late that more could be lost by waiting alone', () => {
    expect(isMissed({ gateUntil: TIGHT + 60, askedAt: 299 })).toBe(true);
    expect(isMissed({ gateUntil: TIGHT + 60, askedAt: 450 })).toBe(false);
    expect(isMissed({ gateUntil: TIGHT + 60, askedAt: 451 })).toBe(true);
  });
});

describe('S27 in a plan that leaves it to people', () => {
  const automation = {
    ...good.plan.automation,
    approval: { ...good.plan.automation.approval, roles: ['operations', 'security'], people: 2 },
  };
  const found = (more: Partial<typeof automation>, words: Partial<Recording['words']> = {}) =>
    violationsIn({
      ...good,
      plan: { ...good.plan, automation: { ...automation, ...more } },
      words: { ...good.words, ...words },
    }).map(({ because }) => because.replace(/.*although /, ''));
  const yes = (role: string) => ({ run: 'r', role, atMs: at(395) });

  it('wants as many roles as the plan does to say yes, each once', () => {
    const mode = 'approve' as const;
    expect(found({ mode }, { yes: [yes('operations'), yes('operations')] })).toEqual([
      'the plan says mode: approve, and 1 of 2 roles said yes',
    ]);
    expect(found({ mode }, { yes: [yes('operations'), yes('security')] })).toEqual([]);
  });

  it('wants a person who starts the run in mode observe and in a quiet time', () => {
    const maintenance = { days: ['mon' as const], at: '23:00', forSeconds: 43_200, because: 'of the test' };
    const quiet = ['the plan names this a quiet time'];
    expect(found({ mode: 'observe' })).toEqual(['the plan says mode: observe']);
    expect(found({ mode: 'observe' }, { byHand: ['r'] })).toEqual([]);
    expect(found({ maintenance: [maintenance] })).toEqual(quiet);
    expect(found({ maintenance: [{ ...maintenance, days: ['tue'] }] })).toEqual([]);
    const freeze = { from: '2026-01-06T09:00:00Z', until: '2026-01-06T09:12:00Z', because: 'of the test' };
    expect(found({ freezes: [freeze] })).toEqual(quiet);
    expect(found({ freezes: [{ ...freeze, until: '2026-01-06T09:06:39Z' }] })).toEqual([]);
  });
});

describe('I5 where the plan has no gate', () => {
  const plan = { ...good.plan, resources: good.plan.resources.filter(({ kind }) => kind !== 'gate-parameter') };
  const look = (canWrite: boolean, seconds: number) => ({
    atMs: at(seconds),
    resource: 'stop-workers',
    region: 'us-east-1',
    canWrite,
  });
  const found = (more: Partial<Recording>) =>
    violationsIn({ ...good, plan, gates: [], ...more }).filter(({ invariant }) => invariant === 'I5');

  it('believes what really stopped, and not what a fence said', () => {
    expect(found({ writers: [look(true, 420), look(false, 490)] })).toEqual([]);
    expect(found({ writers: [look(false, 420), look(true, 490)] })).toHaveLength(1);
    expect(found({ writers: [] })).toHaveLength(1);
  });

  it('is answered for by a person, or by the plan', () => {
    expect(found({ words: { ...good.words, attested: ['r'] } })).toEqual([]);
    expect(found({ words: { ...good.words, attested: ['another'] } })).toHaveLength(1);
    const automation = { ...plan.automation, acceptSplitBrainRisk: 'both sides are merged each night' };
    expect(found({ plan: { ...plan, automation } })).toEqual([]);
  });
});

describe('the invariants', () => {
  it('find nothing wrong with a failover that went well', () => {
    expect(violationsIn(good)).toEqual([]);
  });

  it.each(broken)('name %s when it is broken, and only that', (id, spoilt) => {
    const violations = violationsIn({ ...good, ...spoilt });
    expect(violations.map(({ invariant }) => invariant)).toEqual([id]);
    expect(violations[0]!.because).toMatch(/.{20}/);
  });

  it.each(brokenLater)('name %s, for something %s', (id, because, spoilt) => {
    const violations = violationsIn({ ...good, ...spoilt }).filter(({ invariant }) => invariant === id);
    expect(violations.length).toBeGreaterThan(0);
    expect(violations[0]!.because).toContain(because);
  });

  it('are each broken by some case above', () => {
    expect([...new Set([...broken, ...brokenLater].map(([id]) => id))].sort()).toEqual(
      [...new Set(invariants.map(({ id }) => id))].sort(),
    );
  });

  it('I4 goes by when an effect was asked for, because nobody can call back what a Region in trouble does late', () => {
    const effectAsked = (askedT: number) =>
      violationsIn({ ...good, effects: [{ ...promotion, t: askedT + 60_000, askedT, epoch: 1 }] }).map(
        ({ invariant }) => invariant,
      );
    expect(effectAsked(399_999)).not.toContain('I4');
    expect(effectAsked(400_000)).toContain('I4');
  });

  it('I14 leaves out what was asked for before the switch and done later, because no switch can call it back', () => {
    const stopped = [before, leading, { ...leading, atMs: at(460), killSwitch: { at: 'then' } }];
    const found = (askedT: number) =>
      violationsIn({ ...good, authority: stopped, effects: [{ ...promotion, askedT }] }).map(
        ({ invariant }) => invariant,
      );
    expect(found(459_000)).not.toContain('I14');
    expect(found(485_000)).not.toContain('I14');
    expect(found(485_001)).toContain('I14');
  });

  it('I14 lets the undo take back what a fence had stopped, whenever the kill switch was turned on', () => {
    const stopped = [before, { ...leading, killSwitch: { at: 'then' } }, shifted];
    const found = (by: string) =>
      violationsIn({ ...good, authority: stopped, effects: [{ ...promotion, by }] }).map(({ invariant }) => invariant);
    expect(found('understudy-webshop-undo')).not.toContain('I14');
    expect(found('understudy-webshop-shift')).toContain('I14');
  });

  it('I11 lets a run try the lost Region when nobody waits for it', () => {
    const tried = { ...call, region: 'us-east-1', path: 'best-effort' as const };
    expect(violationsIn({ ...good, calls: [tried] })).toEqual([]);
  });
});
