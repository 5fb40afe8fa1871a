import type { EventPattern } from 'aws-cdk-lib/aws-events';

/**
 * Exactly these alarms going off, and nothing else that they do. The same for metric and composite alarms.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 */
export const alarmPattern = (alarmArns: readonly string[]): EventPattern => ({
  source: ['aws.cloudwatch'],
  detailType: ['CloudWatch Alarm State Change'],
  resources: [...alarmArns],
  detail: { state: { value: ['ALARM'] } },
});
