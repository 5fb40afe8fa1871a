import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Plan, Region } from '../../lambdas/plan/plan';
import { applicationKey } from '../constructs/application-key';
import { Controls } from '../constructs/controls';
import { evidenceBucket } from '../constructs/evidence-bucket';
import { HealthAdvice } from '../constructs/health-advice';
import { noticesTopic } from '../constructs/notices-topic';
import { planLayer } from '../constructs/plan-layer';
import { ReplicationWatch } from '../constructs/replication-watch';
import { Takeover } from '../constructs/takeover';
import { Watch } from '../constructs/watch';
import { workloadRegions } from '../regions';
import type { Site, WorkloadSite } from '../uses/site';
import { stackProps } from './stack-props';

/** All that runs in one Region: it watches, and where the workload runs it can also take over. */
export class RegionStack extends Stack {
  constructor(scope: Construct, plan: Plan, region: Region, account?: string) {
    super(scope, region, {
      ...stackProps(plan, region, region, account),
      description: `Understudy: watches ${plan.application} from ${region}`,
    });
    const site: Site = { plan, region, partition: this.partition, account: this.account };
    const layer = planLayer(this, plan);
    new Watch(this, 'watch', { site, planLayer: layer });
    new Controls(this, 'controls', { site, planLayer: layer });
    if (workloadRegions(plan).includes(region)) {
      const { functions } = new Takeover(this, 'takeover', { site: this.workloadSite(site), planLayer: layer });
      new HealthAdvice(this, 'health-advice', { site, planLayer: layer });
      new ReplicationWatch(this, 'replication-watch', { site, functions });
    }
  }

  /** Keys, topics and evidence that a journey uses are in the Region that runs it (S25). */
  private workloadSite(site: Site): WorkloadSite {
    const key = applicationKey(this, site.plan);
    return {
      ...site,
      keyArn: key.keyArn,
      topicArn: noticesTopic(this, site.plan, key).topicArn,
      evidenceBucket: evidenceBucket(this, site, key).bucketName,
    };
  }
}
