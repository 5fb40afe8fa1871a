import { readLedger } from '../../../lambdas/evidence/ledger';
import { stepsIn } from '../../../lambdas/evidence/step-record';
import * as fence from '../../../lambdas/handlers/fence';
import * as openGate from '../../../lambdas/handlers/open-gate';
import * as promote from '../../../lambdas/handlers/promote';
import * as prove from '../../../lambdas/handlers/prove';
import * as scale from '../../../lambdas/handlers/scale';
import * as shift from '../../../lambdas/handlers/shift';
import { listPhases } from '../../../lambdas/steps/phases';
import type { Step, StepAnswer } from '../../../lambdas/steps/step';
import { aMove, lead } from '../a-move';
import { EAST, startStage, WEST, type Stage } from '../stage';
import { call, type HandlerModule } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
  await stage.run(lead(stage));
});
afterEach(() => stage.close());

const RUN = 'run-of-west';
const ask = (handler: HandlerModule, step: Step, more: object, move = aMove()) =>
  call(stage, handler, WEST, { step, move, ...more }) as Promise<StepAnswer>;
/** Runs one step as the state machine does: it starts it, waits, and polls until it is done or refused. */
const untilDone = async (handler: HandlerModule, step: Step, move = aMove()): Promise<StepAnswer> => {
  let answer = await ask(handler, step, { ask: 'start' }, move);
  while (answer.says === 'pending') {
    await stage.world.clock.sleep(answer.againInSeconds * 1000);
    answer = await ask(handler, step, { ask: 'poll', startedAt: answer.startedAt }, move);
  }
  return answer;
};
const phases = () => listPhases(stage.plan);
const runPhase = async (handler: HandlerModule, steps: readonly Step[]) => {
  for (const step of steps) expect(await stage.run(untilDone(handler, step))).toMatchObject({ says: 'done' });
};
const records = async () => stepsIn(await stage.run(readLedger(stage.replicas(WEST, EAST), RUN)));

it('S14 S16 moves the application when every phase is asked in its order, with the old Region dead', async () => {
  stage.world.network.kill(EAST);
  const before = stage.cloud.endpoint.calls.length;
  await runPhase(fence, phases().fence);
  await runPhase(promote, phases().promote);
  await runPhase(scale, phases().scale);
  await runPhase(openGate, phases().openGate);
  await runPhase(prove, phases().prove);
  await runPhase(shift, phases().shift);
  expect(stage.authority()).toMatchObject({ active: WEST, epoch: 2, traffic: { [EAST]: false, [WEST]: true } });
  expect(stage.cloud.rds.writer('webshop-orders')).toBe(WEST);
  expect((await records()).map(({ phase, says }) => `${phase} ${says}`).sort()).toEqual(
    ['fence', 'openGate', 'promote', 'prove', 'prove', 'scale', 'shift'].map((phase) => `${phase} done`),
  );
  // S20: nothing but the fence's best effort went to the lost Region.
  const toTheLost = stage.cloud.endpoint.calls.slice(before).filter(({ region }) => region === EAST);
  expect(new Set(toTheLost.map(({ service, path }) => `${service} ${path}`))).toEqual(new Set(['ssm best-effort']));
});

it('S15 refuses to promote when the pages that were silent answer again, and has changed nothing', async () => {
  await runPhase(fence, phases().fence);
  const move = aMove({ silentChecks: ['home'] });
  expect(await stage.run(untilDone(promote, phases().promote[0]!, move))).toMatchObject({
    says: 'refused',
    because: expect.stringContaining('us-east-1 answers again'),
  });
  expect(stage.cloud.rds.writer('webshop-orders')).toBe(EAST);
  expect(await records()).toContainEqual(expect.objectContaining({ phase: 'promote', says: 'refused', acted: false }));
});

it('S15 promotes while the pages that were silent stay silent', async () => {
  stage.world.network.kill(EAST);
  await runPhase(fence, phases().fence);
  const move = aMove({ silentChecks: ['home'] });
  expect(await stage.run(untilDone(promote, phases().promote[0]!, move))).toMatchObject({ says: 'done' });
});

it('S15 does not take other pages for an answer: they answered when the move was decided, too', async () => {
  await runPhase(fence, phases().fence);
  const move = aMove({ silentChecks: ['order'] });
  expect(await stage.run(untilDone(promote, phases().promote[0]!, move))).toMatchObject({ says: 'done' });
});
