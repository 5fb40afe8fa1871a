import { InvalidParameterException, NotFoundException, PublishCommand } from '@aws-sdk/client-sns';
import { z } from 'zod';
import { resourceType } from '../deploy/resource-type';
import type { World } from '../world/world';
import type { Kms } from './services/security';
import type { Sns } from './services/signals';
import { onlyFields } from './not-simulated';
import { operation } from './operation';
import { transportPolicy } from './policies';
import { tags } from './tags';
import { uuid } from './uuid';

/** Topic ARN → the ARN of the key that encrypts its messages, if any. */
type Topics = Map<string, string | undefined>;
type Notice = Sns['published'][number];

/** SNS, with topics whose messages are kept for whoever looks. */
export const createSns = (world: World, account: string, kms: Kms): Sns => {
  const topics: Topics = new Map();
  const published: Notice[] = [];
  return {
    client: 'SNSClient',
    operations: [publish(world, topics, published)],
    published,
    resourceTypes: [
      resourceType('AWS::SNS::Topic', topicProperties, ({ TopicName, KmsMasterKeyId }, { region }) => {
        const arn = `arn:aws:sns:${region}:${account}:${TopicName}`;
        if (topics.has(arn)) throw new Error(`${arn} exists already; choose another TopicName`);
        topics.set(arn, KmsMasterKeyId && kms.keyArn(region, KmsMasterKeyId));
        return { ref: arn, attributes: { TopicArn: arn, TopicName } };
      }),
      resourceType('AWS::SNS::TopicPolicy', topicPolicyProperties, ({ Topics }, { logicalId }) => {
        const missing = Topics.find((arn) => !topics.has(arn));
        if (missing) throw new Error(`${logicalId}: Topics names ${missing}, which does not exist`);
        return { ref: logicalId };
      }),
    ],
  };
};

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const publish = (world: World, topics: Topics, published: Notice[]) =>
  operation(PublishCommand, {
    authorize: ({ TopicArn = '' }) => {
      const key = topics.get(TopicArn);
      return [
        { action: 'sns:Publish', resource: TopicArn },
        // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
        ...(key ? ['kms:GenerateDataKey', 'kms:Decrypt'].map((action) => ({ action, resource: key })) : []),
      ];
    },
    latency: 'api.write',
    run: (input, { region, id }) => {
      onlyFields('Publish', input, ['TopicArn', 'Message', 'Subject']);
      const { TopicArn = '', Message = '', Subject } = input;
      assertMessage(Message);
      if (Subject !== undefined) assertSubject(Subject);
      const [, , , regionOfTopic, , topic] = TopicArn.split(':');
      if (regionOfTopic !== region) throw invalid('TopicArn');
      if (!topics.has(TopicArn))
        throw new NotFoundException({ message: 'Topic does not exist', $metadata: { httpStatusCode: 404 } });
      published.push({ topicArn: TopicArn, subject: Subject, message: Message, at: world.clock.now() });
      world.trace.add({ type: 'notice', region, what: `${topic}: ${Subject ?? Message}`, causes: [id] });
      return { MessageId: uuid(world.random('sns.message-id')) };
    },
  });

const topicProperties = z.strictObject({
  TopicName: z.string().regex(/^[\w-]{1,256}$/),
  KmsMasterKeyId: z.string().optional(),
  // Shown to people who get SMS messages.
  DisplayName: z.string().optional(),
  Tags: tags.optional(),
});

const topicPolicyProperties = z.strictObject({ PolicyDocument: transportPolicy, Topics: z.array(z.string()).min(1) });

const MESSAGE_BYTES_MAX = 256 * 1024;
const SUBJECT_CHARACTERS_MAX = 100;

const invalid = (what: string) =>
  new InvalidParameterException({ message: `Invalid parameter: ${what}`, $metadata: { httpStatusCode: 400 } });

const assertMessage = (message: string): void => {
  if (message === '') throw invalid('Empty message');
  if (Buffer.byteLength(message) > MESSAGE_BYTES_MAX) throw invalid('Message too long');
};

/** Printable ASCII that does not begin with a space. */
const assertSubject = (subject: string): void => {
  if (subject.length > SUBJECT_CHARACTERS_MAX || !/^[!-~][ -~]*$/.test(subject)) throw invalid('Subject');
};
