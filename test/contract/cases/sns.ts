import { CreateTopicCommand, PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import type { ContractCase, Difference, ServiceContract } from '../contract-case';
import { ACCOUNT } from '../moto-side';
import { step } from '../step';

const TopicArn = `arn:aws:sns:us-east-1:${ACCOUNT}:notices`;

const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud, create }) => void create(cloud.sns, 'AWS::SNS::Topic', { TopicName: 'notices' }),
  moto: async (side) => {
    const sns = side.client(SNSClient);
    await sns.send(new CreateTopicCommand({ Name: 'notices' }));
    await side.ask('sqs', 'AmazonSQS.CreateQueue', { QueueName: 'subscriber' });
    const Endpoint = `arn:aws:sqs:us-east-1:${ACCOUNT}:subscriber`;
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint }));
  },
};

/** What a subscriber was told, as subject and message. */
const effect: ContractCase['effect'] = {
  simulated: ({ cloud }) => cloud.sns.published.map(({ subject, message }) => [subject, message]),
  moto: async (side) => {
    const { QueueUrl } = (await side.ask('sqs', 'AmazonSQS.GetQueueUrl', { QueueName: 'subscriber' })) as Queue;
    const { Messages = [] } = (await side.ask('sqs', 'AmazonSQS.ReceiveMessage', {
      QueueUrl,
      MaxNumberOfMessages: 10,
    })) as Received;
    return Messages.map(({ Body }) => JSON.parse(Body) as { Subject?: string; Message: string }).map(
      ({ Subject, Message }) => [Subject, Message],
    );
  },
};

interface Queue {
  readonly QueueUrl: string;
}

interface Received {
  readonly Messages?: readonly { readonly Body: string }[];
}

const REFERENCE = 'https://docs.aws.amazon.com/sns/latest/api';

const publish = (Message: string, Subject?: string, differs?: Difference) =>
  step(SNSClient, PublishCommand, { TopicArn, Message, Subject }, { varies: ['MessageId'], differs });

/** SNS, in which the topic for notices stands. */
export const sns: ServiceContract = {
  client: 'SNSClient',
  model: 'sns',
  documentation: (operation) => `${REFERENCE}/API_${operation}.html`,
  cases: [
    {
      name: 'subscribers get each notice with its subject',
      prepare,
      steps: [publish('moved', 'webshop'), publish('moved')],
      effect,
    },
    {
      name: 'a topic that does not exist in a Region is not found there',
      prepare,
      steps: [step(SNSClient, PublishCommand, { TopicArn: `${TopicArn}-other`, Message: 'moved' })],
    },
    {
      name: 'a notice that makes no sense is refused',
      prepare,
      steps: [
        publish('', undefined, {
          moto: 'success',
          because: 'takes an empty message',
          source: `${REFERENCE}/API_Publish.html#API_Publish_RequestParameters`,
        }),
        publish('moved', 'x'.repeat(101)),
        publish('x'.repeat(262_145)),
        publish('moved', 'Umzug \u00fc', {
          moto: 'success',
          because: 'takes any characters in a subject',
          source: `${REFERENCE}/API_Publish.html#API_Publish_RequestParameters`,
        }),
      ],
    },
  ],
};
