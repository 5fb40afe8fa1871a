import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Plan, Region } from '../../lambdas/plan/plan';
import { backupKey } from '../constructs/backup-key';
import { Backups } from '../constructs/backups';
import { planLayer } from '../constructs/plan-layer';
import { keysOf } from '../uses/backup-keys';
import type { JourneySite } from '../uses/site';
import { stackProps } from './stack-props';

/** Recovery points of one Region: made while its databases write, copied elsewhere, and watched for their age. */
export class BackupStack extends Stack {
  constructor(scope: Construct, plan: Plan, region: Region, account?: string) {
    super(scope, `backup-${region}`, {
      ...stackProps(plan, `backup-${region}`, region, account),
      description: `Understudy: backs up the databases of ${plan.application} in ${region}`,
    });
    backupKey(this, plan);
    new Backups(this, 'backups', { site: this.site(plan, region), planLayer: planLayer(this, plan) });
  }

  /** What the Region's own stack made, by its names. */
  private site(plan: Plan, region: Region): JourneySite {
    const { partition, account } = this;
    const { topic, prefix, evidenceBucket } = names(plan);
    return {
      plan,
      region,
      partition,
      account,
      topicArn: `arn:${partition}:sns:${region}:${account}:${topic}`,
      evidenceBucket: evidenceBucket(account, region),
      keyArn: `arn:${partition}:kms:${region}:${account}:key/*`,
      keyConditions: keysOf(`alias/${prefix}`),
    };
  }
}
