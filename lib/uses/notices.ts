import type { JourneySite } from './site';
import type { Use } from './use';

/** The topic of this Region, and the Slack webhook's secret where the plan names one. */
export const notices: Use<JourneySite> = (site) => ({
  environment: { TOPIC: site.topicArn },
  permissions: [
    { actions: ['sns:Publish'], resources: [site.topicArn] },
    {
      // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [site.keyArn],
      conditions: site.keyConditions,
    },
    ...slack(site),
  ],
});

/** Secrets Manager ends a secret's ARN in a hyphen and six characters of its own. */
const slack = ({ plan, partition, account, region }: JourneySite) =>
  plan.notify.slack === undefined
    ? []
    : [
        {
          actions: ['secretsmanager:GetSecretValue'],
          resources: [`arn:${partition}:secretsmanager:${region}:${account}:secret:${plan.notify.slack.secret}-??????`],
        },
      ];
