import { synthesize } from './synthesize';
import { resourcesOf } from './template';

const { template } = synthesize();
const AUTHORITY = ['us-east-1', 'us-east-2', 'us-west-2'];
const dns = template('dns');

interface HealthCheckConfig {
  readonly Type: string;
  readonly AlarmIdentifier?: { readonly Name: string; readonly Region: string };
  readonly [property: string]: unknown;
}

const checks = Object.entries(dns.Resources)
  .filter(([, { Type }]) => Type === 'AWS::Route53::HealthCheck')
  .map(([id, { Properties }]) => ({ id, config: Properties['HealthCheckConfig'] as HealthCheckConfig }));

const readsAlarm = (region: string) =>
  checks.filter(({ config }) => config.AlarmIdentifier?.Name === `understudy-webshop-traffic-on-${region}`);

const switchOf = (region: string) => {
  const children = readsAlarm(region).map(({ id }) => ({ 'Fn::GetAtt': [id, 'HealthCheckId'] }));
  return checks.find(({ config }) => JSON.stringify(config['ChildHealthChecks']) === JSON.stringify(children));
};

describe.each(['us-east-1', 'us-west-2'])('the switch of %s', (region) => {
  it('S23 keeps its last word when a switch Region falls silent, and goes by 2 of 3', () => {
    expect(readsAlarm(region).map(({ config }) => config)).toEqual(
      AUTHORITY.map((at) => ({
        Type: 'CLOUDWATCH_METRIC',
        AlarmIdentifier: { Name: `understudy-webshop-traffic-on-${region}`, Region: at },
        InsufficientDataHealthStatus: 'LastKnownStatus',
      })),
    );
    expect(switchOf(region)?.config).toMatchObject({ Type: 'CALCULATED', HealthThreshold: 2 });
  });

  it('reads an alarm that exists in each switch Region, and that a published 0 alone sets off', () => {
    for (const at of AUTHORITY) {
      const alarm = resourcesOf(template(at), at, 'AWS::CloudWatch::Alarm').find(
        ({ Properties }) => Properties['AlarmName'] === `understudy-webshop-traffic-on-${region}`,
      );
      expect(alarm?.Properties).toMatchObject({
        Namespace: 'Understudy',
        MetricName: 'TrafficOn',
        Dimensions: [
          { Name: 'Application', Value: 'webshop' },
          { Name: 'Region', Value: region },
        ],
        Period: 60,
        Statistic: 'Maximum',
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        EvaluationPeriods: 1,
        DatapointsToAlarm: 1,
        TreatMissingData: 'missing',
      });
    }
  });
});

it('S24 puts every record behind its own switch and prefers one, so nothing relies on all being unhealthy', () => {
  const records = Object.values(dns.Resources)
    .filter(({ Type }) => Type === 'AWS::Route53::RecordSet')
    .map(({ Properties }) => Properties);
  const record = (region: string, weight: number) => ({
    HostedZoneId: 'Z0123456789EXAMPLE',
    Name: 'www.shop.example',
    Type: 'CNAME',
    TTL: '60',
    ResourceRecords: [`${region}.shop.example`],
    SetIdentifier: region,
    Weight: weight,
    HealthCheckId: { 'Fn::GetAtt': [switchOf(region)?.id, 'HealthCheckId'] },
  });
  expect(records).toEqual([record('us-east-1', 1), record('us-west-2', 0)]);
});

it('S7 has no check that Route 53 would have to ask the application for', () => {
  expect(new Set(checks.map(({ config }) => config.Type))).toEqual(new Set(['CLOUDWATCH_METRIC', 'CALCULATED']));
});
