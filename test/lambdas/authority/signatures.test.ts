import { aBreakGlass } from '../a-break-glass';
import { readAuthority } from '../../../lambdas/authority/authority';
import { beginCoolDown } from '../../../lambdas/authority/cool-down';
import { delayPromotion, endRun, giveBack, grantLease, showLife } from '../../../lambdas/authority/leading';
import { renewLease } from '../../../lambdas/authority/lease';
import { putQuestion } from '../../../lambdas/authority/question';
import type { Replicas } from '../../../lambdas/authority/replicas';
import { setTraffic } from '../../../lambdas/authority/traffic';
import { aMove, lead } from '../a-move';
import { EAST, startStage, WEST, type Stage } from '../stage';

/**
 * Every write signs the item with a nonce by which its writer knows it again when the answer is lost, so the nonce says who
 * wrote, from where, and what: with another's nonce, a run would take another's write for its own (S9, S12).
 */
const MOVE = aMove();
const APPROVAL = { roles: ['operations'], people: 1, expiresSeconds: 60 };

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const nonce = () => stage.authority()?.nonce;

it('S9 the first write is signed with its time', () => {
  expect(nonce()).toMatch(/^initialised at 2026-/);
});

it('S9 a renewal is signed with its Region, number, epoch and time, because two loops may ask for one number', async () => {
  const asked = new Date(stage.world.clock.now()).toISOString();
  const renew = async (replicas: Replicas) =>
    renewLease(replicas, (await readAuthority(replicas))!, EAST, stage.plan.authority.lease);
  await stage.run(renew(stage.replicas(EAST)));
  expect(nonce()).toMatch(/^us-east-1 renewal 1 of epoch 1, asked at 2026-/);
  expect(nonce()!.slice(-24) >= asked).toBe(true);
});

it('S9 S12 the lead is signed by the run and its Region, because a run’s name is unique in its Region only', async () => {
  await stage.run(lead(stage));
  expect(nonce()).toBe('run-of-west in us-west-2 takes the lead');
});

it.each<[string, (replicas: Replicas) => Promise<unknown>, RegExp]>([
  ['showing life', (replicas) => showLife(replicas, MOVE), /^run-of-west in us-west-2 lives at 2026-\S+Z$/],
  [
    'a delay of the promotion',
    (replicas) => delayPromotion(replicas, MOVE, aBreakGlass('2026-01-06T23:59:20.000Z'), stage.plan.authority.lease),
    /^run-of-west in us-west-2 waits until 2026-01-07T00:00:00.000Z$/,
  ],
  ['the cool-down', (replicas) => beginCoolDown(replicas, MOVE), /^run-of-west in us-west-2 begins its cool-down$/],
  [
    'the traffic map',
    (replicas) => setTraffic(replicas, MOVE, [EAST, WEST]),
    /^run-of-west in us-west-2 sets the traffic map$/,
  ],
  [
    'the grant',
    (replicas) => grantLease(replicas, MOVE, stage.plan.authority.lease),
    /^run-of-west in us-west-2 grants the lease$/,
  ],
  ['the undo', (replicas) => giveBack(replicas, MOVE), /^run-of-west in us-west-2 gives the lead back$/],
  ['the end', (replicas) => endRun(replicas, MOVE), /^run-of-west in us-west-2 ends$/],
  [
    'a question',
    (replicas) => putQuestion(replicas, MOVE, { token: 't', because: 'of the test' }, APPROVAL),
    /^run-of-west in us-west-2 asks at 2026-\S+Z$/,
  ],
])('S9 S12 %s is signed by the run, its Region and what it did', async (_, write, signature) => {
  await stage.run(lead(stage));
  await stage.run(write(stage.replicas(WEST)));
  expect(nonce()).toMatch(signature);
});
