import { judgeIncident, type IncidentFacts } from '../../../lambdas/decision/judge-incident';

const down = (region: string, more: Partial<IncidentFacts['regions'][number]> = {}) => ({
  region,
  says: 'down' as const,
  because: 'no answer',
  healthyFor: [],
  ...more,
});

const nobodyLeft = (more: Partial<IncidentFacts> = {}): IncidentFacts => ({
  from: 'observer',
  lastedSeconds: 300,
  regions: [down('us-east-1'), down('us-west-2')],
  ...more,
});

it('S30 needs a person when no Region has been left for five minutes, and names them', () => {
  expect(judgeIncident(nobodyLeft())).toEqual({
    says: 'needs-a-person',
    because: 'no Region is left to serve: us-east-1 is down (no answer), us-west-2 is down (no answer)',
    waitSeconds: 0,
  });
});

it.each([
  [299, 1],
  [100, 30],
])('waits while it has lasted %d s only, because a Region that comes back moves the application itself', (s, wait) => {
  expect(judgeIncident(nobodyLeft({ lastedSeconds: s }))).toEqual({
    says: 'wait',
    because: `people are told in ${300 - s} s: us-east-1 is down (no answer), us-west-2 is down (no answer)`,
    waitSeconds: wait,
  });
});

it('does not keep a person waiting who asks', () => {
  expect(judgeIncident(nobodyLeft({ from: 'person', lastedSeconds: 0 })).says).toBe('needs-a-person');
});

it('S3 holds while of one Region nothing is known', () => {
  const regions = [down('us-east-1'), down('us-west-2', { says: 'unknown', because: 'one check fails' })];
  expect(judgeIncident(nobodyLeft({ regions }))).toMatchObject({
    says: 'held',
    because: 'us-west-2 is left, and what runs there decides: one check fails',
  });
});

it('S1 holds while another observer sees a Region healthy that cannot be seen from here', () => {
  const regions = [down('us-east-1'), down('us-west-2', { healthyFor: ['us-west-2', 'eu-west-1'] })];
  expect(judgeIncident(nobodyLeft({ regions })).because).toContain('us-west-2, eu-west-1 sees it healthy');
});

it('S2 holds when it is blind itself, rather than tell people that everybody is dead', () => {
  const regions = [down('us-east-1', { says: 'abstains', because: 'no reference answers' }), down('us-west-2')];
  expect(judgeIncident(nobodyLeft({ regions }))).toMatchObject({ says: 'held', because: 'no reference answers' });
});
