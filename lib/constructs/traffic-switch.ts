import { CfnHealthCheck } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Plan, Region } from '../../lambdas/plan/plan';
import { switchRegions } from '../../lambdas/plan/switch-regions';

/** How many of the three switch Regions must say that a Region gets traffic. */
const MAJORITY = 2;

/**
 * Whether a workload Region gets traffic, by 2 of the 3 switch Regions: one dead switch Region stops neither
 * direction, and a silent one keeps its last word, so nothing flips by itself (S23).
 */
export class TrafficSwitch extends Construct {
  readonly healthCheckId: string;

  constructor(scope: Construct, plan: Plan, region: Region) {
    super(scope, `switch-${region}`);
    const children = switchRegions(plan).map((at) => this.checkAt(at, names(plan).switchAlarm(region)));
    const majority = new CfnHealthCheck(this, 'majority', {
      healthCheckConfig: {
        type: 'CALCULATED',
        childHealthChecks: children.map(({ attrHealthCheckId }) => attrHealthCheckId),
        healthThreshold: MAJORITY,
      },
      healthCheckTags: [{ key: 'Name', value: names(plan).switchAlarm(region) }],
    });
    this.healthCheckId = majority.attrHealthCheckId;
  }

  private checkAt(at: Region, alarm: string): CfnHealthCheck {
    return new CfnHealthCheck(this, at, {
      healthCheckConfig: {
        type: 'CLOUDWATCH_METRIC',
        alarmIdentifier: { name: alarm, region: at },
        insufficientDataHealthStatus: 'LastKnownStatus',
      },
      healthCheckTags: [{ key: 'Name', value: `${alarm} by ${at}` }],
    });
  }
}
