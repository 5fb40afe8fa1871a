import { answerQuestion, putQuestion, saidOf } from '../../../lambdas/authority/question';
import { EAST, startStage, WEST, type Stage } from '../stage';
import { aMove } from '../a-move';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const APPROVAL = { roles: ['operations', 'security'], people: 2, expiresSeconds: 1_800 };
const put = (run = 'run-1', from = EAST) =>
  stage.run(
    putQuestion(
      stage.replicas(WEST),
      aMove({ run, from, lossBoundSeconds: 41 }),
      { token: `token of ${run}`, because: 'of the test' },
      APPROVAL,
    ),
  );
const answer = (role: string, says: 'yes' | 'no' = 'yes', by = `by ${role}`, run = 'run-1') =>
  stage.run(answerQuestion(stage.replicas(EAST), { run, role, says, reason: 'seen', by }));

it('S27 two people are two roles: one yes leaves the question open', async () => {
  await put();
  expect(saidOf(await answer('operations'))).toBe('open');
  expect(saidOf(await answer('security'))).toBe('yes');
});

it('one no is enough', async () => {
  await put();
  await answer('operations');
  expect(saidOf(await answer('security', 'no'))).toBe('no');
});

it('F35 refuses a second answer of a role, and knows the same answer that comes again after a time-out', async () => {
  await put();
  await answer('operations');
  await expect(answer('operations', 'no', 'another execution')).rejects.toThrow(
    /nothing was changed: operations has said yes to run-1 already/,
  );
  expect((await answer('operations')).answers['operations']).toMatchObject({ says: 'yes' });
});

it('F35 refuses an answer that comes too late, or to a run that asks nothing', async () => {
  await expect(answer('operations')).rejects.toThrow('run "run-1" asks nothing; nobody asks anything');
  await put();
  await expect(answer('operations', 'yes', 'x', 'run-7')).rejects.toThrow(
    'run "run-7" asks nothing; the last question is that of run run-1',
  );
  await stage.run(stage.outside(EAST).clock.sleep(1_801_000));
  await expect(answer('operations')).rejects.toThrow(/the question of run-1 expired at /);
});

it('asks one thing at a time: another run asks only about another Region, or when the run that asked must have told of the silence', async () => {
  await put();
  await expect(put('run-2')).rejects.toThrow('people are asked already, by run run-1');
  expect((await put('run-1')).token).toBe('token of run-1');
  await stage.run(stage.outside(EAST).clock.sleep(1_801_000));
  await expect(put('run-2')).rejects.toThrow('people are asked already');
  await stage.run(stage.outside(EAST).clock.sleep(120_000));
  expect((await put('run-2')).run).toBe('run-2');
  expect((await put('run-3', WEST)).run).toBe('run-3');
});
