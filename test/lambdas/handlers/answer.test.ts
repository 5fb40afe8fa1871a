import { readLedger } from '../../../lambdas/evidence/ledger';
import * as answer from '../../../lambdas/handlers/answer';
import * as askPeople from '../../../lambdas/handlers/ask-people';
import { aMove } from '../a-move';
import { EAST, OHIO, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const ask = () =>
  stage.run(
    call(stage, askPeople, WEST, { token: 'a-token', move: aMove(), because: 'nobody knows how much would be lost' }),
  );
const say = (input: unknown) => stage.run(call(stage, answer, OHIO, { role: 'operations', input, run: 'by-hand' }));

it('S27 tells people what is asked, what a yes accepts, and how to answer', async () => {
  await ask();
  const [notice] = stage.cloud.sns.published;
  expect(notice?.subject).toBe('webshop: a person must decide whether to move from us-east-1 to us-west-2');
  expect(notice?.message).toContain('A yes accepts to lose at most 5 s of writes.');
  expect(notice?.message).toContain('- operations, with the state machine understudy-webshop-approve-operations');
  expect(notice?.message).toContain('{"run":"run-of-west","says":"yes","reason":"why"}');
});

it('keeps the token out of the ledger, which becomes evidence', async () => {
  await ask();
  const ledger = await stage.run(readLedger(stage.replicas(WEST), 'run-of-west'));
  expect(ledger).toContainEqual(expect.objectContaining({ because: 'nobody knows how much would be lost' }));
  expect(JSON.stringify(ledger)).not.toContain('a-token');
});

it.each([
  ['no word', { run: 'run-of-west', reason: 'x' }, /says: .*; start it with \{"run": "the run that asks"/],
  ['no reason', { run: 'run-of-west', says: 'yes', reason: '' }, /reason: /],
  ['another word', { run: 'run-of-west', says: 'maybe', reason: 'x' }, /says: /],
  ['a run that asks nothing', { run: 'run-7', says: 'yes', reason: 'x' }, /run "run-7" asks nothing/],
])('S32 refuses an answer with %s, and changes nothing', async (_, input, message) => {
  await ask();
  const before = stage.authority();
  await expect(say(input)).rejects.toThrow(message);
  expect(stage.authority()).toEqual(before);
  expect(before?.active).toBe(EAST);
});

it('F35 says that the run has ended when there is nobody to wake', async () => {
  await ask();
  await expect(say({ run: 'run-of-west', says: 'yes', reason: 'go' })).rejects.toThrow(
    'run run-of-west in us-west-2 has ended meanwhile',
  );
});
