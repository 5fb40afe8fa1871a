import { createKms } from '../../../rehearsal/aws/kms';
import { createSns } from '../../../rehearsal/aws/sns';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { ask, authorization, createResource } from './ask-service';
import { createKey, tlsOnly } from './key';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:notices';

const create = () => {
  const kms = createKms(world, '111122223333');
  const key = createKey(kms);
  const sns = createSns(world, '111122223333', kms);
  const topic = { TopicName: 'notices', DisplayName: 'Understudy', KmsMasterKeyId: key };
  expect(createResource(sns, 'AWS::SNS::Topic', topic)).toMatchObject({ ref: TOPIC });
  const publish = (input: object, region?: string) =>
    ask(world, sns, 'PublishCommand', { TopicArn: TOPIC, ...input }, region);
  return { sns, key, publish };
};

describe('a topic', () => {
  it('keeps what is published, and the trace shows it', () => {
    const { sns, publish } = create();
    const message = { Subject: 'webshop: started', Message: 'us-east-1 is lost' };
    expect(publish(message)).toEqual({ MessageId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(sns.published).toEqual([
      { topicArn: TOPIC, subject: message.Subject, message: message.Message, at: world.clock.now() },
    ]);
    expect(world.trace.entries).toEqual([
      expect.objectContaining({ type: 'notice', what: 'notices: webshop: started', causes: ['the-call'] }),
    ]);
  });

  it('S25 needs the permission to use its key, if it is encrypted', () => {
    const { sns, key } = create();
    expect(authorization(world, sns, 'PublishCommand', { TopicArn: TOPIC })).toEqual([
      { action: 'sns:Publish', resource: TOPIC },
      { action: 'kms:GenerateDataKey', resource: key },
      { action: 'kms:Decrypt', resource: key },
    ]);
    createResource(sns, 'AWS::SNS::Topic', { TopicName: 'plain' });
    const plain = TOPIC.replace('notices', 'plain');
    expect(authorization(world, sns, 'PublishCommand', { TopicArn: plain })).toEqual([
      { action: 'sns:Publish', resource: plain },
    ]);
  });

  it.each<[string, object, string, string]>([
    ['an empty message', { Message: '' }, 'InvalidParameterException', 'Invalid parameter: Empty message'],
    [
      'more than 256 KB',
      { Message: 'é'.repeat(128 * 1024 + 1) },
      'InvalidParameterException',
      'Invalid parameter: Message too long',
    ],
    ['an empty subject', { Message: 'x', Subject: '' }, 'InvalidParameterException', 'Invalid parameter: Subject'],
    [
      'a long subject',
      { Message: 'x', Subject: 's'.repeat(101) },
      'InvalidParameterException',
      'Invalid parameter: Subject',
    ],
    [
      'a subject of two lines',
      { Message: 'x', Subject: 'a\nb' },
      'InvalidParameterException',
      'Invalid parameter: Subject',
    ],
    [
      'a subject not in ASCII',
      { Message: 'x', Subject: 'vorüber' },
      'InvalidParameterException',
      'Invalid parameter: Subject',
    ],
    [
      'a topic that is not there',
      { Message: 'x', TopicArn: `${TOPIC}-2` },
      'NotFoundException',
      'Topic does not exist',
    ],
    [
      "another Region's topic",
      { Message: 'x', TopicArn: TOPIC.replace('us-east-1', 'us-west-2') },
      'InvalidParameterException',
      'Invalid parameter: TopicArn',
    ],
  ])('refuses %s in the words of AWS', (_what, input, name, message) => {
    expect(() => create().publish(input)).toThrow(expect.objectContaining({ name, message }));
  });

  it('names a field on which nobody acts', () => {
    expect(() => create().publish({ Message: 'x', MessageStructure: 'json' })).toThrow(
      'Publish.MessageStructure is not simulated',
    );
  });
});

describe('a topic policy', () => {
  it('may refuse what does not come over TLS, and nothing else', () => {
    const { sns } = create();
    const attach =
      (PolicyDocument: object, topic = TOPIC) =>
      () =>
        createResource(sns, 'AWS::SNS::TopicPolicy', { PolicyDocument, Topics: [topic] });
    const policy = tlsOnly('sns:Publish', TOPIC);
    expect(attach(policy)).not.toThrow();
    expect(attach(policy, `${TOPIC}-2`)).toThrow('which does not exist');
    const allow = policy.Statement.map((statement) => ({ ...statement, Effect: 'Allow' }));
    expect(attach({ ...policy, Statement: allow })).toThrow('only the Deny of calls without TLS is simulated');
    const always = policy.Statement.map((statement) => ({ ...statement, Condition: undefined }));
    expect(attach({ ...policy, Statement: always })).toThrow('Condition');
  });
});
