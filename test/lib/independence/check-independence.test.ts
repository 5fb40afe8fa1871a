import { checkIndependence } from '../../../lib/independence/check-independence';
import type { Permission } from '../../../lib/uses/use';
import { quickstart } from '../synthesize';

const HERE = 'us-west-2';
const OTHER = 'us-east-1';
const table = (region: string) => `arn:aws:dynamodb:${region}:111122223333:table/t`;

const check = (permission: Partial<Permission>) => () =>
  checkIndependence({
    functionName: 'understudy-webshop-promote',
    site: { plan: quickstart, region: HERE },
    used: [{ permissions: [{ actions: ['dynamodb:GetItem'], resources: [table(HERE)], ...permission }] }],
  });

describe('S21 the failover path', () => {
  it.each([
    ['route53:ChangeResourceRecordSets', 'its control plane lives in us-east-1 alone'],
    ['iam:PassRole', 'its control plane lives in us-east-1 alone'],
    ['cloudfront:UpdateDistribution', 'its control plane lives in us-east-1 alone'],
    ['wafv2:UpdateWebACL', 'its control plane lives in us-east-1 alone'],
    ['globalaccelerator:UpdateEndpointGroup', 'its control plane lives in us-west-2 alone'],
    ['route53-recovery-control-config:UpdateRoutingControl', 'its control plane lives in us-west-2 alone'],
    ['ec2:RunInstances', 'nothing new can be relied on'],
    ['rds:CreateDBInstance', 'nothing new can be relied on'],
    ['s3:PutBucketPolicy', 'nothing new can be relied on'],
    ['ecs:*', 'a wildcard allows more'],
  ])('refuses %s, and says why', (action, because) => {
    expect(check({ actions: [action] })).toThrow(because);
  });

  it('may use data planes of its own Region', () => {
    expect(check({ actions: ['ssm:PutParameter', 's3:PutObject', 'rds:FailoverGlobalCluster'] })).not.toThrow();
  });
});

describe('S20 the critical path', () => {
  it('waits for nothing in a Region that may be lost, and the error names function, action and Region', () => {
    expect(check({ resources: [table(HERE), table(OTHER)] })).toThrow(
      'understudy-webshop-promote declares dynamodb:GetItem in us-east-1 on the critical path, and us-east-1 may be the lost Region; ' +
        'allowed are calls that no lost Region can stop; declare it best-effort, or write in `elsewhere` why the lost Region is never asked',
    );
  });

  it('sees Regions that stand in a condition only', () => {
    const conditions = { StringEquals: { 'aws:RequestedRegion': [HERE, OTHER] } };
    expect(check({ resources: ['*'], because: 'none', conditions })).toThrow(/in us-east-1 on the critical path/);
  });

  it.each<[string, Partial<Permission>]>([
    ['best-effort calls', { path: 'best-effort' }],
    ['calls that never go to the lost Region, with the reason', { elsewhere: 'the suspect is left out' }],
  ])('allows %s elsewhere', (_, more) => {
    expect(check({ resources: [table(OTHER)], ...more })).not.toThrow();
  });

  it('may wait for a Region that runs no application', () => {
    expect(check({ resources: [table('us-east-2')] })).not.toThrow();
  });
});
