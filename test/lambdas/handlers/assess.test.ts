import { castVote } from '../../../lambdas/authority/votes';
import { readLedger } from '../../../lambdas/evidence/ledger';
import * as assess from '../../../lambdas/handlers/assess';
import { listPhases } from '../../../lambdas/steps/phases';
import { EAST, OHIO, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const at = (agoSeconds: number) => new Date(stage.world.clock.now() - agoSeconds * 1000).toISOString();
/** us-east-1 has been down for long enough, says everybody else; its lag was sampled while it was healthy. */
const loseEast = async () => {
  for (const observer of [OHIO, WEST]) {
    const word = { lastHealthyAt: at(100), because: 'of the test', failing: ['home'] };
    const opinions = [
      { ...word, region: EAST, says: 'down' as const, since: at(95) },
      { ...word, region: WEST, says: 'healthy' as const, since: at(900), lastHealthyAt: at(1), failing: [] },
    ];
    const lags = [{ resource: 'orders', from: EAST, to: WEST, seconds: 0.4, at: at(130) }];
    const vote = {
      observer,
      generation: 1,
      at: at(1),
      opinions,
      lags,
      leaseSeen: { epoch: 1, renewal: 0, at: at(100) },
    };
    await stage.run(castVote(stage.replicas(observer), vote));
  }
};
const ask = (signal: unknown = { lost: EAST, reason: 'a drill' }, region = WEST) =>
  stage.run(call(stage, assess, region, { signal, run: 'run', startedAt: at(60) }));
const ledger = () => stage.run(readLedger(stage.replicas(WEST), 'run'));

it('answers a verdict, what to move, what the lead is to be taken on, and the steps of every phase', async () => {
  await loseEast();
  expect(await ask()).toMatchObject({
    verdict: { says: 'proceed', rule: 'proceed-when-the-loss-is-certain' },
    move: { run: 'run', epoch: 2, from: EAST, to: WEST, silentChecks: ['home'] },
    expects: { epoch: 1, renewal: 0, votes: [{ observer: OHIO }, { observer: WEST }] },
    phases: listPhases(stage.plan),
  });
});

it('records the verdict with the facts that it saw', async () => {
  await loseEast();
  await ask();
  expect(await ledger()).toEqual([
    expect.objectContaining({
      entry: expect.stringMatching(/^assessment#/),
      says: 'proceed',
      facts: expect.objectContaining({ suspect: EAST, target: WEST }),
      lastHealthyAt: expect.any(String),
      standing: expect.objectContaining({ active: EAST, epoch: 1 }),
    }),
  ]);
});

it('S4 does not proceed while nobody reports the loss, whatever the signal says', async () => {
  expect(await ask()).toMatchObject({ verdict: { says: 'wait' } });
  expect(stage.authority()?.epoch).toBe(1);
});

it('holds in the suspected Region itself', async () => {
  expect(await ask(undefined, EAST)).toMatchObject({ verdict: { says: 'hold' } });
});

it('S13 waits while the authority is unknown, and does not hide that behind a ledger that cannot be written', async () => {
  stage.world.faults.call = ({ service }) => {
    if (service === 'dynamodb') throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
  };
  expect(await ask()).toMatchObject({ verdict: { says: 'wait', rule: 'wait-while-the-authority-is-unknown' } });
  expect(stage.logs).toContainEqual(expect.objectContaining({ level: 'error', run: 'run' }));
});
