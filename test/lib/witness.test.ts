import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Witness } from '../../lib/constructs/witness';
import { DnsStack } from '../../lib/stacks/dns-stack';
import { quickstart } from './synthesize';

const witness = { zone: 'Z0123456789EXAMPLE', record: 'witness.shop.example' };
const plan = { ...quickstart, witness };

const properties = (type: string, checks = plan.checks) => {
  const stack = new Stack(new App(), 'dns');
  new Witness(stack, { plan: { ...plan, checks }, witness, region: 'us-east-1' });
  const found = Template.fromStack(stack).findResources(type) as Record<
    string,
    { Properties: Record<string, unknown> }
  >;
  return Object.values(found).map(({ Properties }) => Properties);
};

it('asks the first http check of the Region every 10 s, and turns after three times', () => {
  expect(properties('AWS::Route53::HealthCheck').map((check) => check['HealthCheckConfig'])).toEqual([
    {
      Type: 'HTTPS',
      FullyQualifiedDomainName: 'us-east-1.shop.example',
      Port: 443,
      ResourcePath: '/healthz',
      EnableSNI: true,
      RequestInterval: 10,
      FailureThreshold: 3,
    },
  ]);
});

it('keeps to the scheme, the port and the query of the check', () => {
  const url = 'http://{region}.shop.example:8080/health?deep=1';
  const [check] = properties('AWS::Route53::HealthCheck', [{ name: 'home', kind: 'http', url, timeoutSeconds: 4 }]);
  expect(check?.['HealthCheckConfig']).toEqual({
    Type: 'HTTP',
    FullyQualifiedDomainName: 'us-east-1.shop.example',
    Port: 8080,
    ResourcePath: '/health?deep=1',
    RequestInterval: 10,
    FailureThreshold: 3,
  });
});

it('S24 says up behind the check and down without one, so that nothing relies on all being unhealthy', () => {
  const records = properties('AWS::Route53::RecordSet');
  const record = { HostedZoneId: witness.zone, Name: 'us-east-1.witness.shop.example', Type: 'TXT', TTL: '10' };
  expect(records).toEqual([
    {
      ...record,
      ResourceRecords: ['"up"'],
      SetIdentifier: 'up',
      Failover: 'PRIMARY',
      HealthCheckId: { 'Fn::GetAtt': [expect.any(String), 'HealthCheckId'] },
    },
    { ...record, ResourceRecords: ['"down"'], SetIdentifier: 'down', Failover: 'SECONDARY' },
  ]);
});

it('has one for each workload Region, and none in a plan without a witness', () => {
  const texts = (of: typeof quickstart) =>
    Object.values(Template.fromStack(new DnsStack(new App(), of)).findResources('AWS::Route53::RecordSet')).filter(
      ({ Properties }) => (Properties as { Type: string }).Type === 'TXT',
    );
  expect(texts(plan)).toHaveLength(4);
  expect(texts(quickstart)).toEqual([]);
});
