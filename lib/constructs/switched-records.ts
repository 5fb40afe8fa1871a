import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { Region } from '../../lambdas/plan/plan';
import type { Route53Records } from '../../lambdas/resources/route53-records/schema';

/**
 * One weighted record per Region, each behind its switch. The preferred Region, `regions[0]`, weighs 1 and the others
 * 0: Route 53 answers those only while every record that weighs more is switched off.
 */
export const switchedRecords = (
  scope: Construct,
  { name, zone, record, value, ttlSeconds }: Route53Records,
  regions: readonly { readonly name: Region; readonly healthCheckId: string }[],
): void =>
  regions.forEach((region, preference) => {
    new CfnRecordSet(scope, `${name}-${region.name}`, {
      hostedZoneId: zone,
      name: record,
      type: 'CNAME',
      ttl: String(ttlSeconds),
      resourceRecords: [value.replaceAll('{region}', region.name)],
      setIdentifier: region.name,
      weight: preference === 0 ? 1 : 0,
      healthCheckId: region.healthCheckId,
    });
  });
