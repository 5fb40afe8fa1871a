import * as lookAround from '../../../lambdas/handlers/look-around';
import { note } from '../../../lambdas/evidence/ledger';
import { lead } from '../a-move';
import { EAST, OHIO, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const ask = (signal: unknown) => stage.run(call(stage, lookAround, OHIO, { signal }));
/** Both fall silent a while after what was done last, so that us-east-2 has heard of it. */
const loseBoth = async () => {
  await stage.run(stage.world.clock.sleep(10_000));
  [EAST, WEST].forEach((region) => stage.world.network.kill(region));
};
const since = (secondsAgo: number) => new Date(stage.world.clock.now() - secondsAgo * 1000).toISOString();
const calledSince = (secondsAgo: number) => ({
  observer: OHIO,
  down: [EAST, WEST].map((region) => ({ region, since: since(secondsAgo) })),
});
const step = (phase: string, resource: string, says: string, because: string) => {
  const startedAt = '2026-01-06T09:00:00.000Z';
  return note(stage.replicas(WEST), 'run-of-west', `step#${phase}#${resource}`, {
    ...{ phase, resource, says, because, acted: true, startedAt },
  });
};

it('S26 S30 tells what the run that died had done, and what people can do, though no quorum of replicas is left', async () => {
  await stage.run(lead(stage));
  await stage.run(step('fence', 'gate', 'done', 'the gate expired'));
  await loseBoth();
  expect(await ask(calledSince(400))).toMatchObject({
    says: 'needs-a-person',
    because: expect.stringMatching(
      /^no Region is left to serve: .*Seen down since: us-east-1 .*run-of-west in us-west-2 led under epoch 2.*fence gate: done \(the gate expired\).*No promotion was heard of here/s,
    ),
    continues: [{ name: 'run-of-west', region: WEST }],
  });
});

it('S28 warns people of two writers when a promotion had begun', async () => {
  await stage.run(lead(stage));
  await stage.run(step('promote', 'orders', 'pending', 'promotion asked for'));
  await loseBoth();
  expect(await ask({ reason: 'nothing answers' })).toMatchObject({
    because: expect.stringContaining('look which database takes writes before any gate is opened'),
  });
});

it('holds while a Region serves', async () => {
  stage.world.network.kill(EAST);
  expect(await ask(calledSince(400))).toMatchObject({ says: 'held', because: expect.stringContaining('us-west-2') });
});

it('changes nothing and writes nothing, because it may not act', async () => {
  await loseBoth();
  const before = stage.cloud.endpoint.calls.length;
  await ask(calledSince(400));
  const operations = stage.cloud.endpoint.calls.slice(before).map(({ operation }) => operation);
  expect(new Set(operations)).toEqual(new Set(['GetItem', 'Query']));
});
