import { answerQuestion, putQuestion, saidOf } from '../../../lambdas/authority/question';
import { EAST, OHIO, openStage, startStage, WEST, type Stage } from '../stage';
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

it('S15 S27 says who asks about what, until when, and how much a yes accepts', async () => {
  const askedMs = stage.world.clock.now();
  const asked = await put();
  expect(stage.authority()?.question).toEqual(asked);
  const after = (seconds: number) => new Date(askedMs + seconds * 1000).toISOString();
  expect(asked).toEqual({
    run: 'run-1',
    region: WEST,
    from: EAST,
    because: 'of the test',
    acceptsLossSeconds: 41,
    people: 2,
    askedAt: after(0),
    expiresAt: after(1_800),
    standsUntil: after(1_920),
    token: 'token of run-1',
    answers: {},
  });
});

it('S15 a yes accepts any loss where nobody knows how much it is, because that is what people are told', async () => {
  const move = aMove({ lossBoundSeconds: undefined });
  const asked = putQuestion(stage.replicas(WEST), move, { token: 't', because: 'of the test' }, APPROVAL);
  expect((await stage.run(asked)).acceptsLossSeconds).toBe('any');
});

it('S27 notes who answered what, why and when', async () => {
  await put();
  const atMs = stage.world.clock.now();
  expect((await answer('operations', 'no')).answers).toEqual({
    operations: { says: 'no', reason: 'seen', by: 'by operations', at: new Date(atMs).toISOString() },
  });
});

it('S13 fails when the authority cannot be reached, so that an answer is not thought to be noted', async () => {
  await put();
  stage.world.network.cut(EAST, '*');
  await expect(answer('operations')).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
});

it('fails when a write is denied, which is not the same as an answer that came too late', async () => {
  await put();
  const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException', $fault: 'client' });
  stage.world.faults.call = ({ operation }) => {
    if (operation === 'UpdateItem') throw denied;
  };
  await expect(answer('operations')).rejects.toBe(denied);
});

it('S9 asks nobody where nobody has initialised the authority, because a question alone would be no authority', async () => {
  stage.close();
  stage = openStage();
  await expect(put()).rejects.toMatchObject({ name: 'AlreadyAsked', message: 'no authority' });
  expect(stage.authority()).toBeUndefined();
  await expect(answer('operations')).rejects.toMatchObject({ name: 'CannotAnswer' });
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
    /^nothing was changed: operations has said yes to run-1 already, at 2026-\S+Z: seen$/,
  );
  expect((await answer('operations')).answers['operations']).toMatchObject({ says: 'yes' });
});

it('F35 refuses an answer that comes too late, or to a run that asks nothing', async () => {
  await expect(answer('operations')).rejects.toThrow('run "run-1" asks nothing; nobody asks anything');
  await put();
  await expect(answer('operations', 'yes', 'x', 'run-7')).rejects.toThrow(
    /^nothing was changed: run "run-7" asks nothing; the last question is that of run run-1 in us-west-2, until 2026-\S+Z$/,
  );
  await stage.run(stage.outside(EAST).clock.sleep(1_801_000));
  await expect(answer('operations')).rejects.toThrow(
    /^nothing was changed: the question of run-1 expired at 2026-\S+Z; it is asked again if the loss goes on$/,
  );
});

it('S12 does not take the question of a run of the same name in another Region for its own', async () => {
  await put();
  const twin = putQuestion(
    stage.replicas(OHIO),
    aMove({ run: 'run-1', to: OHIO }),
    { token: 't', because: '' },
    APPROVAL,
  );
  await expect(stage.run(twin)).rejects.toThrow('people are asked already, by run run-1 in us-west-2');
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
