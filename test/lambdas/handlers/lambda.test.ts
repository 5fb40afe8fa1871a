import * as announce from '../../../lambdas/handlers/announce';
import * as assess from '../../../lambdas/handlers/assess';
import * as close from '../../../lambdas/handlers/close';
import * as closePhase from '../../../lambdas/handlers/close-phase';
import * as fence from '../../../lambdas/handlers/fence';
import * as holdGate from '../../../lambdas/handlers/hold-gate';
import * as holdSwitch from '../../../lambdas/handlers/hold-switch';
import * as initialise from '../../../lambdas/handlers/initialise';
import * as measureLag from '../../../lambdas/handlers/measure-lag';
import * as observe from '../../../lambdas/handlers/observe';
import * as openGate from '../../../lambdas/handlers/open-gate';
import * as promote from '../../../lambdas/handlers/promote';
import * as prove from '../../../lambdas/handlers/prove';
import * as scale from '../../../lambdas/handlers/scale';
import * as shift from '../../../lambdas/handlers/shift';
import * as takeTheLead from '../../../lambdas/handlers/take-the-lead';
import * as undo from '../../../lambdas/handlers/undo';
import * as verify from '../../../lambdas/handlers/verify';
import { aMove, asInitialised } from '../a-move';
import { openStage, WEST, type Stage } from '../stage';
import type { HandlerModule } from './room';

const move = aMove();
const signal = { lost: 'us-east-1', reason: 'a drill' };
const startedAt = '2026-01-06T09:00:00.000Z';
const start = (resource: string, kind: string, capability: string) => ({
  ask: 'start',
  step: { resource, kind, capability },
  move,
});

/** Every function, an input that it takes, and the variables of its environment beyond those that all have. */
const functions: readonly (readonly [string, HandlerModule, Readonly<Record<string, unknown>>, readonly string[]])[] = [
  ['observe', observe, {}, ['MACHINES']],
  ['hold-switch', holdSwitch, {}, []],
  ['hold-gate', holdGate, {}, []],
  ['initialise', initialise, { run: 'first' }, []],
  ['assess', assess, { signal, run: 'run', startedAt }, []],
  ['take-the-lead', takeTheLead, { move, expects: { assessedAt: startedAt, ...asInitialised() } }, []],
  ['announce', announce, { news: 'started', move, because: 'it is lost' }, ['TOPIC']],
  ['fence', fence, start('gate', 'gate-parameter', 'fence'), []],
  ['promote', promote, start('orders', 'aurora-global', 'promote'), []],
  ['scale', scale, start('web', 'ecs-service', 'scale'), []],
  ['open-gate', openGate, start('gate', 'gate-parameter', 'openGate'), []],
  ['prove', prove, start('home', 'check', 'check'), []],
  ['shift', shift, start('front', 'route53-records', 'shift'), []],
  ['verify', verify, start('front', 'route53-records', 'check'), []],
  ['close-phase', closePhase, { phase: 'Fence', move, results: [] }, []],
  ['undo', undo, { move }, []],
  ['measure-lag', measureLag, { signal: { from: 'us-east-1', reason: 'a drill' }, run: 'run' }, []],
  [
    'close',
    close,
    { journey: 'failover', run: 'run', startedAt, signal, outcome: 'held', because: 'so', move },
    ['EVIDENCE_BUCKET'],
  ],
];

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const calling = (handler: HandlerModule, event: unknown, environment = stage.environment(WEST)) =>
  handler.create(environment, stage.outside(WEST))(event);

describe.each(functions)('%s', (name, handler, good, variables) => {
  it('S32 refuses what it does not know, with nothing done', async () => {
    const without = Object.keys(good)
      .filter((field) => field !== 'signal')
      .map((field) => ({ ...good, [field]: undefined }));
    for (const event of [null, 'go', 7, [], { ...good, colour: 'red' }, ...without]) {
      await expect(stage.run(calling(handler, event))).rejects.toMatchObject({
        name: 'InvalidInput',
        message: expect.stringContaining(`${name} was called with input it does not know`),
      });
      expect(stage.logs.at(-1)).toMatchObject({ level: 'error', handler: name, error: 'InvalidInput' });
    }
    expect(stage.cloud.endpoint.calls).toEqual([]);
  });

  it('S19 answers the daily no-op with its name, with nothing done', async () => {
    expect(await stage.run(calling(handler, { exercise: true }))).toEqual({ exercised: name });
    expect(stage.cloud.endpoint.calls).toEqual([]);
    await expect(stage.run(calling(handler, { exercise: true, colour: 'red' }))).rejects.toThrow('does not know');
  });

  it.each(['AWS_REGION', 'TABLE', ...variables])(
    'names the variable %s when the template lacks it',
    async (missing) => {
      const environment = { ...stage.environment(WEST), [missing]: undefined };
      await expect(stage.run(calling(handler, good, environment))).rejects.toMatchObject({
        name: 'MissingEnvironment',
        message: `the environment variable ${missing} is missing; deploy the template again`,
      });
    },
  );
});

it('S32 refuses to work on a plan that is not whole', async () => {
  const outside = { ...stage.outside(WEST), file: () => '{"application":"webshop"}' };
  for (const event of [{ move }, { exercise: true }]) {
    const called = undo.create(stage.environment(WEST), outside)(event);
    await expect(stage.run(called)).rejects.toMatchObject({ name: 'PlanError' });
  }
  expect(stage.cloud.endpoint.calls).toEqual([]);
});

it.each<[string, unknown]>([
  ['no signal at all', undefined],
  ['a text', 'us-east-1'],
  ['no Region of the plan', { lost: 'eu-west-1', reason: 'why' }],
  ['no reason', { lost: 'us-east-1' }],
  ['an event of something else', { 'detail-type': 'EC2 Instance State-change Notification' }],
])('S32 assess names a signal that it does not know, with nothing done: %s', async (_, bad) => {
  await expect(stage.run(calling(assess, { signal: bad, run: 'run', startedAt }))).rejects.toMatchObject({
    name: 'InvalidSignal',
  });
  expect(stage.cloud.endpoint.calls).toEqual([]);
});

it('S32 a step that the plan does not have is named, with nothing done', async () => {
  const strangers = [
    start('ledger', 'aurora-global', 'promote'),
    start('orders', 'ecs-service', 'promote'),
    start('orders', 'aurora-global', 'fence'),
    start('orders', 'aurora-global', 'readiness'),
    start('payment', 'check', 'check'),
  ];
  for (const event of strangers) {
    const { resource, kind, capability } = event.step;
    await expect(stage.run(calling(promote, event))).rejects.toMatchObject({
      name: 'UnknownStep',
      message: `the plan has no ${kind} ${resource} that can ${capability}`,
    });
  }
  expect(stage.cloud.endpoint.calls).toEqual([]);
});
