import type { Facts, VoteFact } from '../../../lambdas/decision/facts';

/** A vote as fresh and as lasting as a certain loss needs. */
export const vote = (observer: string, says: VoteFact['says'], more: Partial<VoteFact> = {}): VoteFact => ({
  observer,
  says,
  ageSeconds: 5,
  lastedSeconds: 95,
  because: 'of the test',
  ...more,
});

/** us-east-1 is lost for certain, and us-west-2 may take over: what `proceed` needs, to be spoilt by tests. */
export const factsOfALoss = (spoilt: Partial<Facts> = {}): Facts => ({
  signal: { from: 'alarm', because: 'an alarm' },
  suspect: 'us-east-1',
  target: 'us-west-2',
  runSeconds: 70,
  automation: {
    mode: 'automatic',
    sustainedSeconds: 90,
    cooldownSeconds: 3600,
    maxPerDay: 2,
    approval: { roles: ['operations'], people: 1, expiresSeconds: 1800 },
    freezes: [],
    maintenance: [],
  },
  rpoSeconds: 300,
  authority: {
    active: 'us-east-1',
    epoch: 7,
    traffic: { 'us-east-1': true, 'us-west-2': false },
    cooldownLeftSeconds: 0,
    movesToday: 0,
  },
  votes: [vote('us-west-2', 'down'), vote('us-east-2', 'down')],
  targetVotes: [vote('us-west-2', 'healthy'), vote('us-east-2', 'healthy')],
  losses: [{ resource: 'orders', allowed: true, boundSeconds: 41, because: 'sampled' }],
  readiness: [{ resource: 'orders', says: 'ready', because: 'available' }],
  ...spoilt,
});
