import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { bestEffort } from '../aws';
import type { Outside } from '../outside';
import type { Region } from '../plan/plan';
import type { Notice } from './notice';

/** SNS allows this many characters in a subject. https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const SUBJECT_MAX = 100;

/** Publishes a notice to the Region's topic; whoever subscribed gets it. */
export const tellTopic = async ({ aws }: Outside, topicArn: string, region: Region, notice: Notice): Promise<void> => {
  await aws(SNSClient, bestEffort(region)).send(
    new PublishCommand({
      TopicArn: topicArn,
      Subject: notice.title.replace(/[^\x20-\x7e]/g, '-').slice(0, SUBJECT_MAX),
      Message: notice.text,
    }),
  );
};
