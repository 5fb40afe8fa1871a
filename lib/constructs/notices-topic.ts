import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Plan } from '../../lambdas/plan/plan';

/** Where people subscribe to hear of runs that take over in this Region. */
export const noticesTopic = (scope: Construct, plan: Plan, masterKey: IKey): Topic =>
  new Topic(scope, 'notices', {
    topicName: names(plan).topic,
    displayName: `Understudy: ${plan.application}`,
    masterKey,
    enforceSSL: true,
  });
