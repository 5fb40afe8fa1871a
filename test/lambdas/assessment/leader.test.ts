import { judgeLeader, preferredTo } from '../../../lambdas/assessment/leader';
import { quickStart } from '../../quick-start';
import { vote } from '../decision/facts-of-a-loss';

const AT = '2026-01-06T09:00:00.000Z';
const run = {
  ...{ name: 'run-1', region: 'us-west-2', from: 'us-east-1', startedAt: AT, seenAt: AT, oldGateClosedAt: AT },
  votes: [],
};
const down = [vote('us-east-1', 'down'), vote('us-east-2', 'down')];
const judge = (silentSeconds: number, votes = down) =>
  judgeLeader(run, () => votes, quickStart(), Date.parse(AT) + silentSeconds * 1000);

describe('judgeLeader', () => {
  it('knows of none where nobody leads', () => {
    expect(judgeLeader(undefined, () => down, quickStart(), 0)).toEqual({});
  });

  it('S26 lets a run be continued that was silent for 76 s while two observers saw its Region down', () => {
    expect(judge(76)).toEqual({
      fact: { run: 'run-1', region: 'us-west-2', since: AT, abandoned: true, continued: true },
      abandonedSeenAt: AT,
      continues: { runs: [{ name: 'run-1', region: 'us-west-2' }] },
    });
    expect(judge(75).fact?.abandoned).toBe(false);
  });

  it.each([
    ['only one observer sees its Region down', down.slice(1)],
    ['its own Region alone says so with another', [vote('us-west-2', 'down'), vote('us-east-2', 'down')]],
    ['as many see it healthy', [...down, vote('eu-west-1', 'healthy'), vote('ca-central-1', 'healthy')]],
    ['it has not been down for long enough', down.map((one) => ({ ...one, lastedSeconds: 89 }))],
    ['the votes are stale', down.map((one) => ({ ...one, ageSeconds: 46 }))],
  ])('S1 S26 leaves a silent run five minutes while %s', (_, votes) => {
    expect(judge(300, votes).fact?.abandoned).toBe(false);
    expect(judge(301, votes).fact?.abandoned).toBe(true);
  });
});

describe('preferredTo', () => {
  const regions = ['us-east-1', 'ca-central-1', 'us-west-2', 'eu-west-1'].map((name) => ({ name, share: 0 }));
  const healthy = [vote('us-east-1', 'healthy'), vote('us-east-2', 'healthy')];
  const preferred = (target: string, votes = healthy) =>
    preferredTo({ ...quickStart(), regions }, { suspect: 'us-east-1', target }, () => votes);

  it('names the healthy Regions before the target in the plan, but never the suspect', () => {
    expect(preferred('eu-west-1')).toEqual(['ca-central-1', 'us-west-2']);
    expect(preferred('ca-central-1')).toEqual([]);
  });

  it('S3 waits for none of which nothing is known', () => {
    expect(preferred('eu-west-1', [vote('us-east-2', 'unknown')])).toEqual([]);
  });
});
