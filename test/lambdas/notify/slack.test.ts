import type { Outside } from '../../../lambdas/outside';
import { tellSlack } from '../../../lambdas/notify/slack';
import { tell } from '../../../lambdas/notify/tell';
import { EAST, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const NOTICE = { title: 'webshop moves', text: 'It is lost.\nRun r.', about: 'the move' };
const SECRET = 'understudy/webshop/slack';
const telling = (secret = SECRET, outside = stage.outside(WEST)) => stage.run(tellSlack(outside, secret, WEST, NOTICE));

it('posts the notice to the webhook that the secret names', async () => {
  await telling();
  expect(stage.slack.messages).toEqual([expect.objectContaining({ text: '*webshop moves*\nIt is lost.\nRun r.' })]);
});

it('S25 reads the address from its own Region, whatever became of the others', async () => {
  stage.world.network.kill(EAST);
  await telling();
  expect(stage.cloud.endpoint.calls.map(({ region }) => region)).toEqual([WEST]);
});

it('names a secret that is not there, and asks nobody', async () => {
  await expect(telling('not/there')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  expect(stage.slack.messages).toEqual([]);
});

it('names a secret that is empty, and asks nobody', async () => {
  stage.cloud.secrets.adopt(WEST, 'empty', '');
  await expect(telling('empty')).rejects.toMatchObject({
    name: 'SlackRefused',
    message: "secret empty in us-west-2 is empty; put the webhook's URL there",
  });
});

describe('the address is a secret:', () => {
  const refusing = (): Outside => ({
    ...stage.outside(WEST),
    http: async () => ({ status: 404, body: 'no_service' }),
  });
  const telltale = (): Outside => ({
    ...stage.outside(WEST),
    http: ({ url }) => Promise.reject(new TypeError(`cannot fetch ${url}`)),
  });
  const silent = (): Outside => {
    stage.world.network.cut(WEST, 'internet');
    return stage.outside(WEST);
  };

  it.each<[string, () => Outside]>([
    ['refuses the message', refusing],
    ['does not answer', silent],
    ['fails with a message that names it', telltale],
  ])('it is in no result, no log, no notice and no trace when Slack %s', async (_, outside) => {
    const here = { region: WEST, topicArn: stage.environment(WEST)['TOPIC']! };
    const told = await stage.run(tell(outside(), stage.plan, here, NOTICE));
    expect(told).toContainEqual(expect.objectContaining({ channel: 'slack', told: false }));
    const everything = JSON.stringify([told, stage.logs, stage.cloud.sns.published, stage.world.trace.entries]);
    expect(everything).not.toContain(new URL(stage.slack.webhook).pathname);
  });
});
