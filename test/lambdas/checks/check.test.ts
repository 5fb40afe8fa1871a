import { ask, askAll } from '../../../lambdas/checks/check';
import type { Outside } from '../../../lambdas/outside';
import type { Check } from '../../../lambdas/plan/plan';
import { gateParameterKind } from '../../../lambdas/resources/gate-parameter/gate-parameter';
import { resourceOf } from '../resources/resource-of';
import { EAST, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const check = (name: string): Check => stage.plan.checks.find((one) => one.name === name)!;
const asking = (name: string, region = EAST) => stage.run(ask(check(name), region, stage.outside(WEST)));
/** A gate that is open, and an application that has seen it. */
const openGate = async (region: string, epoch: number) => {
  const gate = { untilMs: stage.world.clock.now() + 600_000, epoch };
  const held = gateParameterKind.holdGate!(resourceOf(stage, 'gate-parameter'), gate, region, stage.outside(region));
  await stage.run(held.then(() => stage.world.clock.sleep(10_000)));
};
/** The ways out of a Region in which whoever is asked answers one text. */
const answering = (body: string | ((request: { body?: string }) => string), status = 200): Outside => ({
  ...stage.outside(WEST),
  http: async (request) => ({ status, body: typeof body === 'string' ? body : body(request) }),
});

describe('a page', () => {
  it('is good when it answers 200', async () => {
    expect(await asking('home')).toEqual({
      check: 'home',
      good: true,
      because: 'GET https://us-east-1.shop.example/healthz answered 200',
    });
  });

  it('is bad when it answers anything else', async () => {
    const finding = await stage.run(ask(check('home'), EAST, answering('so sorry', 503)));
    expect(finding).toMatchObject({ good: false, because: expect.stringContaining('answered 503') });
  });

  it('is bad when nobody answers within the check’s time-out', async () => {
    stage.world.network.kill(EAST);
    let finding: unknown;
    const asked = ask(check('home'), EAST, stage.outside(WEST)).then((found) => (finding = found));
    expect(await stage.secondsOf(asked)).toBeCloseTo(check('home').timeoutSeconds, 1);
    expect(finding).toMatchObject({ check: 'home', good: false, because: expect.stringContaining('no answer within') });
  });
});

describe('a canary', () => {
  it('S6 is good when the value that was written comes back, and says under which epoch', async () => {
    await openGate(EAST, 1);
    expect(await asking('order')).toEqual({
      check: 'order',
      good: true,
      because: 'canary https://us-east-1.shop.example/canary wrote and read under epoch 1',
      epoch: 1,
    });
  });

  it('S6 is bad where writes are refused, although pages answer', async () => {
    expect(await asking('order')).toMatchObject({ good: false, because: expect.stringContaining('answered 503') });
    expect(await asking('home')).toMatchObject({ good: true });
  });

  it.each<[string, string]>([
    ['no JSON', 'OK'],
    ['no epoch', '{"canary":"x"}'],
    ['an epoch that is no number', '{"canary":"x","epoch":"1"}'],
    ['nothing that was written', '{"epoch":1}'],
    ['null', 'null'],
  ])('S32 is bad when the answer holds %s', async (_, body) => {
    expect(await stage.run(ask(check('order'), EAST, answering(body)))).toMatchObject({
      good: false,
      because: 'canary https://us-east-1.shop.example/canary answered neither what it wrote nor its epoch',
    });
  });

  it('S16 is bad when another value comes back: what was read was not what was written', async () => {
    expect(await stage.run(ask(check('order'), EAST, answering('{"canary":"of before","epoch":1}')))).toMatchObject({
      good: false,
      because: 'canary https://us-east-1.shop.example/canary read back another value',
    });
  });

  it('is bad when nobody answers', async () => {
    stage.world.network.kill(EAST);
    expect(await asking('order')).toMatchObject({ good: false, because: expect.stringContaining('no answer within') });
  });
});

describe('all checks', () => {
  it('are asked at once, so that a silent Region costs one time-out', async () => {
    stage.world.network.kill(EAST);
    const asked = askAll(stage.plan.checks, EAST, stage.outside(WEST));
    expect(await stage.secondsOf(asked)).toBeLessThan(4.2);
    expect((await asked).map(({ good }) => good)).toEqual([false, false]);
  });
});
