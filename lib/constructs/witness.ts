import { CfnHealthCheck, CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Plan, Region } from '../../lambdas/plan/plan';
import { WITNESS_SAYS, witnessedCheck, witnessRecord } from '../../lambdas/plan/witness';

interface WitnessProps {
  readonly plan: Plan;
  readonly witness: NonNullable<Plan['witness']>;
  readonly region: Region;
}

/**
 * What Route 53's health checkers see of a Region, written down in DNS: one TXT record says *up* while they reach it, and
 * another *down* while they do not. Both are data plane, in no Region.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export class Witness extends Construct {
  constructor(scope: Construct, { plan, witness, region }: WitnessProps) {
    super(scope, `witness-${region}`);
    const { attrHealthCheckId } = new CfnHealthCheck(this, 'check', {
      healthCheckConfig: { ...endpointOf(plan, region), requestInterval: 10, failureThreshold: 3 },
      healthCheckTags: [{ key: 'Name', value: names(plan).witnessCheck(region) }],
    });
    const record = (says: 'up' | 'down', more: { readonly failover: string; readonly healthCheckId?: string }) =>
      new CfnRecordSet(this, says, {
        hostedZoneId: witness.zone,
        name: witnessRecord(witness, region),
        type: 'TXT',
        ttl: '10',
        resourceRecords: [`"${WITNESS_SAYS[says]}"`],
        setIdentifier: says,
        ...more,
      });
    record('up', { failover: 'PRIMARY', healthCheckId: attrHealthCheckId });
    record('down', { failover: 'SECONDARY' });
  }
}

/** The first http check, as Route 53 is told of it: it follows no redirects, and does not look at certificates. */
const endpointOf = (plan: Plan, region: Region) => {
  const check = witnessedCheck(plan);
  if (!check) throw new Error('checks: the witness asks the first check of kind http, and there is none');
  const { protocol, hostname, port, pathname, search } = new URL(check.url.replaceAll('{region}', region));
  const isSecure = protocol === 'https:';
  return {
    type: isSecure ? 'HTTPS' : 'HTTP',
    fullyQualifiedDomainName: hostname,
    port: Number(port || (isSecure ? 443 : 80)),
    resourcePath: `${pathname}${search}`,
    ...(isSecure ? { enableSni: true } : {}),
  };
};
