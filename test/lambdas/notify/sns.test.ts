import { tellTopic } from '../../../lambdas/notify/sns';
import { EAST, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const telling = (title: string) => {
  const topicArn = stage.environment(WEST)['TOPIC']!;
  const notice = { title, text: 'It is lost.', about: 'the move' };
  return stage.run(tellTopic(stage.outside(WEST), topicArn, WEST, notice));
};

it('S25 publishes to the topic of its own Region, whatever became of the others', async () => {
  stage.world.network.kill(EAST);
  await telling('webshop moves');
  expect(stage.cloud.sns.published).toEqual([
    expect.objectContaining({
      topicArn: 'arn:aws:sns:us-west-2:111122223333:understudy-webshop-notices',
      subject: 'webshop moves',
      message: 'It is lost.',
    }),
  ]);
});

it('writes a subject that SNS takes: plain characters, and not too many', async () => {
  await telling(`– ${'long '.repeat(40)}`);
  expect(stage.cloud.sns.published[0]?.subject).toMatch(/^- long [ -~]{93}$/);
});
