import type { Notice } from '../../../lambdas/notify/notice';
import { tell } from '../../../lambdas/notify/tell';
import { openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const NOTICE: Notice = { title: 'webshop moves – now', text: 'It is lost.\nRun r.', about: 'the move' };
const topicArn = () => stage.environment(WEST).TOPIC!;
const telling = (plan = stage.plan, outside = stage.outside(WEST)) =>
  stage.run(tell(outside, plan, { region: WEST, topicArn: topicArn() }, NOTICE));
const failing = (service: string) => {
  stage.world.faults.call = (call) => {
    if (call.service === service) throw new Error(`${service} is down`);
  };
};

it('tells every channel of the plan', async () => {
  expect(await telling()).toEqual([
    { channel: 'sns', told: true, because: 'accepted' },
    { channel: 'slack', told: true, because: 'accepted' },
  ]);
  expect(stage.cloud.sns.published).toEqual([expect.objectContaining({ topicArn: topicArn(), message: NOTICE.text })]);
  expect(stage.slack.messages).toEqual([expect.objectContaining({ text: `*${NOTICE.title}*\n${NOTICE.text}` })]);
});

it('writes a subject that SNS takes: plain characters, and not too many', async () => {
  await stage.run(
    tell(
      stage.outside(WEST),
      stage.plan,
      { region: WEST, topicArn: topicArn() },
      { ...NOTICE, title: `– ${'long '.repeat(40)}` },
    ),
  );
  expect(stage.cloud.sns.published[0]?.subject).toMatch(/^- long [ -~]{93}$/);
});

it('tells nobody whom the plan does not name', async () => {
  expect(await telling({ ...stage.plan, notify: { sns: true } })).toEqual([
    { channel: 'sns', told: true, because: 'accepted' },
  ]);
  expect(stage.slack.messages).toEqual([]);
});

it.each([
  ['SNS', 'sns', 'slack'],
  ['the secret of Slack’s address', 'secretsmanager', 'sns'],
])('tells the other channel when %s fails, and says which did', async (_, service, alive) => {
  failing(service);
  const told = await telling();
  expect(told.map((one) => [one.channel, one.told])).toEqual([
    ['sns', alive === 'sns'],
    ['slack', alive === 'slack'],
  ]);
  expect([stage.cloud.sns.published, stage.slack.messages].map((all) => all.length > 0)).toEqual([
    alive === 'sns',
    alive === 'slack',
  ]);
});

it('S25 reads Slack’s address from its own Region, whatever became of the others', async () => {
  stage.world.network.kill('us-east-1');
  await telling();
  expect(new Set(stage.cloud.endpoint.calls.map(({ region }) => region))).toEqual(new Set([WEST]));
});

describe('Slack’s address is a secret:', () => {
  const secrets = () => [stage.slack.webhook, new URL(stage.slack.webhook).pathname, 'services/T00000000'];
  const expectNoSecretIn = (text: string) => {
    for (const secret of secrets()) expect(text).not.toContain(secret);
  };

  it.each<[string, () => Parameters<typeof telling>[1]]>([
    [
      'refuses the message',
      () => ({ ...stage.outside(WEST), http: async () => ({ status: 404, body: 'no_service' }) }),
    ],
    ['does not answer', () => (stage.world.network.cut(WEST, 'internet'), stage.outside(WEST))],
    [
      'fails with a message that names it',
      () => ({ ...stage.outside(WEST), http: ({ url }) => Promise.reject(new TypeError(`cannot fetch ${url}`)) }),
    ],
  ])('it is in no result and in no log when Slack %s', async (_, outside) => {
    const told = await telling(stage.plan, outside());
    expect(told[1]).toMatchObject({ channel: 'slack', told: false });
    expectNoSecretIn(JSON.stringify([told, stage.logs, stage.cloud.sns.published, stage.world.trace.entries]));
  });

  it('an empty secret is named, and nobody is asked', async () => {
    const told = await telling({ ...stage.plan, notify: { sns: false, slack: { secret: 'not/there' } } });
    expect(told).toEqual([{ channel: 'slack', told: false, because: 'ResourceNotFoundException' }]);
    expect(stage.slack.messages).toEqual([]);
  });
});
