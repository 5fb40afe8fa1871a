import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Plan } from '../../lambdas/plan/plan';
import { switchedRecords } from '../constructs/switched-records';
import { TrafficSwitch } from '../constructs/traffic-switch';
import { Witness } from '../constructs/witness';
import { neutralRegion, workloadRegions } from '../regions';
import { stackProps } from './stack-props';

/** The traffic switches, and the records behind them. */
export class DnsStack extends Stack {
  constructor(scope: Construct, plan: Plan, account?: string) {
    super(scope, 'dns', {
      ...stackProps(plan, 'dns', neutralRegion(plan), account),
      description: `Understudy: where users of ${plan.application} are sent`,
    });
    const regions = workloadRegions(plan).map((name) => ({
      name,
      healthCheckId: new TrafficSwitch(this, plan, name).healthCheckId,
    }));
    for (const resource of plan.resources) {
      if (resource.kind === 'route53-records') switchedRecords(this, resource, regions);
    }
    const { witness } = plan;
    if (witness) for (const { name } of regions) new Witness(this, { plan, witness, region: name });
  }
}
