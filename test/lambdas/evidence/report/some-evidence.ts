import type { Evidence } from '../../../../lambdas/evidence/compose';
import type { LedgerEntry } from '../../../../lambdas/evidence/ledger';
import type { Rehearsed } from '../../../../lambdas/evidence/report/rehearsed';
import type { StepRecord } from '../../../../lambdas/evidence/step-record';

/** 09:00 and so many seconds. */
export const at = (seconds: number): string => new Date(Date.UTC(2026, 0, 6, 9, 0) + seconds * 1000).toISOString();

/** Text from outside that would run if a page did not escape it. */
export const HOSTILE = `</script><script>alert("x")</script> & 'quoted'`;

const votes = (says: string) =>
  ['us-east-2', 'us-west-2'].map((observer) => ({
    observer,
    says,
    ageSeconds: 4.5,
    lastedSeconds: 93.25,
    because: `GET answers ${HOSTILE}`,
  }));

export const assessment = (seconds: number, says: string, rule: string, voted = 'down'): LedgerEntry => ({
  entry: `assessment#${at(seconds)}`,
  at: at(seconds),
  says,
  because: `because of ${rule}`,
  rule,
  facts: {
    signal: { from: 'alarm', because: 'alarm us-east-1-down' },
    suspect: 'us-east-1',
    votes: votes(voted),
    losses: [{ resource: 'orders', boundSeconds: 82.233, because: 'orders lagged' }],
    readiness: [{ resource: 'web', says: 'ready', because: 'web runs 2 tasks' }],
  },
});

export const step = (phase: string, from: number, to: number, more: Partial<StepRecord> = {}): StepRecord => ({
  entry: `step#${phase}#orders`,
  phase,
  resource: 'orders',
  says: 'done',
  because: `orders went through ${phase}`,
  acted: true,
  startedAt: at(from),
  at: at(to),
  ...more,
});

const phase = (name: string, seconds: number): LedgerEntry => ({
  entry: `phase#${name}`,
  at: at(seconds),
  phase: name,
  ok: true,
  because: `${name}: all steps are done`,
});

/** A failover that moved: lost at 0, decided after 90 s, done after 300 s. */
export const movedEvidence = (more: Partial<Evidence> = {}): Evidence => ({
  version: 1,
  application: 'webshop',
  journey: 'failover',
  objectives: { rtoSeconds: 900, rpoSeconds: 300 },
  run: 'run-of-west',
  region: 'us-west-2',
  startedAt: at(30),
  endedAt: at(301),
  signal: { detail: HOSTILE },
  outcome: 'moved',
  because: 'us-west-2 serves in place of us-east-1',
  move: { epoch: 2, from: 'us-east-1', to: 'us-west-2', lossBoundSeconds: 82.233 },
  milestones: {
    lastHealthyAt: at(0),
    decidedAt: at(100),
    ledAt: at(101),
    fencedAt: at(110),
    promotedAt: at(200),
    shiftedAt: at(210),
    verifiedAt: at(300),
  },
  measured: { rtoSeconds: 360.123, rpoSecondsMax: 82.233 },
  before: { active: 'us-east-1', epoch: 1, leasedTo: 'us-east-1', traffic: { 'us-east-1': true, 'us-west-2': false } },
  after: { active: 'us-west-2', epoch: 2, leasedTo: 'us-west-2', traffic: { 'us-east-1': false, 'us-west-2': true } },
  assessments: [
    assessment(31, 'wait', 'wait-until-the-loss-has-lasted'),
    assessment(100, 'proceed', 'proceed-when-the-loss-is-certain'),
  ],
  lead: {
    entry: 'lead',
    at: at(101),
    led: true,
    because: 'epoch 2 belongs to run-of-west',
    epoch: 2,
    votes: [{ observer: 'us-east-2', says: 'down', since: at(5) }],
  },
  steps: [
    step('fence', 102, 110),
    step('promote', 112, 200),
    step('shift', 205, 210),
    step('verify', 211, 300, { acted: false }),
  ],
  phases: [phase('Fence', 111), phase('Make ready', 201), phase('Shift traffic', 210.5), phase('Verify', 300.5)],
  notices: [
    {
      entry: 'notice#1',
      at: at(103),
      title: 'webshop moves',
      told: [
        { channel: 'sns', told: true, because: 'accepted' },
        { channel: 'slack', told: false, because: HOSTILE },
      ],
    },
  ],
  ...more,
});

/** A failover that stopped in its promotion: one step done, one refused, one pending, and one that crashed. */
export const stuckEvidence = (): Evidence => ({
  ...movedEvidence({ outcome: 'needs-a-person', because: 'promote orders: not done within 900 s' }),
  milestones: { lastHealthyAt: at(0), decidedAt: at(100), ledAt: at(101), fencedAt: at(110) },
  measured: { rtoSeconds: null, rpoSecondsMax: null },
  steps: [
    step('fence', 102, 110),
    step('promote', 112, 290, { says: 'refused', because: 'not done within 900 s' }),
    step('scale', 112, 200, { says: 'pending', resource: 'web' }),
    step('scale', 112, 112, { says: 'intent', resource: 'worker' }),
  ],
  phases: [phase('Fence', 111)],
});

/** A run that held. `voted` is what the observers said last. */
export const heldEvidence = (voted = 'healthy'): Evidence => {
  const moved = movedEvidence();
  return {
    ...moved,
    lead: undefined,
    move: undefined,
    outcome: 'held',
    because: 'nobody reports the loss of us-east-1',
    milestones: { lastHealthyAt: at(60), decidedAt: at(62) },
    measured: { rtoSeconds: null, rpoSecondsMax: null },
    endedAt: at(63),
    after: moved.before,
    assessments: [
      assessment(31, 'wait', 'wait-until-the-loss-has-lasted'),
      assessment(62, 'hold', 'hold-when-nobody-reports-the-loss', voted),
    ],
    steps: [],
    phases: [],
    notices: [],
  };
};

/** Seven buckets of a rehearsal whose users were without service from 2 to 40 s. */
export const rehearsed = (more: Partial<Rehearsed> = {}): Rehearsed => ({
  scenario: 'region-loss',
  summary: 'the active Region falls silent',
  seed: 1,
  struckAt: at(1),
  problems: [],
  users: {
    bucketSeconds: 10,
    buckets: [-10, 0, 10, 20, 30, 40, 50].map((seconds) => {
      const failed = seconds >= 0 && seconds < 40 ? 12 : 0;
      return {
        at: at(seconds),
        readsGood: 30 - failed,
        readsFailed: failed,
        writesGood: 30 - failed - 1,
        writesFailed: failed + 1,
      };
    }),
    outages: [{ from: at(2), until: at(40) }],
    lost: { from: at(0), until: at(1) },
    lostWrites: [0.2, 0.5, 1].map((seconds, index) => ({
      id: `www.shop.example user ${index + 1} write 7`,
      at: at(seconds),
      region: 'us-east-1',
    })),
    rtoSeconds: 38,
    rpoSeconds: 1,
  },
  effects: [
    {
      at: at(113),
      region: 'us-west-2',
      service: 'rds',
      operation: 'FailoverGlobalCluster',
      target: 'webshop-orders',
      epoch: 2,
    },
  ],
  ...more,
});
