import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePlanJson } from '../../lambdas/plan/parse-plan-json';
import { quickstart, synthesize } from './synthesize';
import { ACCOUNT, resourcesOf } from './template';

const HERE = 'us-west-2';
const { template, outdir } = synthesize();
const here = template(HERE);
const functionArn = (name: string) => `arn:aws:lambda:${HERE}:${ACCOUNT}:function:understudy-webshop-${name}`;
const all = (type: string) => resourcesOf(here, HERE, type).map(({ Properties }) => Properties);

describe('functions', () => {
  it('run on the newest Node.js, on Graviton, traced, with the plan beside them and a log group of their own', () => {
    for (const properties of all('AWS::Lambda::Function')) {
      const name = String(properties['FunctionName']);
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        Layers: [expect.any(String)],
        Handler: `${name.replace('understudy-webshop-', '')}.handler`,
        LoggingConfig: { LogGroup: `/aws/lambda/${name}` },
      });
    }
  });

  it('answer within the 30 s of a task, and the loops outlive their schedule', () => {
    const timeouts = all('AWS::Lambda::Function').map(({ FunctionName, Timeout }) => [FunctionName, Timeout] as const);
    const loops = timeouts.filter(([, seconds]) => seconds === 300).map(([name]) => name);
    expect(loops).toEqual(['observe', 'hold-switch', 'hold-gate'].map((name) => `understudy-webshop-${name}`));
    // It calls every version of every function in turn, and no task waits for it.
    const exercise = 'understudy-webshop-exercise';
    const tasks = timeouts.filter(([name, seconds]) => seconds !== 300 && name !== exercise);
    expect(tasks.every(([, seconds]) => seconds === 25)).toBe(true);
  });

  it('keep every published version, so that a deployment in mid-run does not change the run', () => {
    const versions = resourcesOf(here, HERE, 'AWS::Lambda::Version');
    expect(versions).toHaveLength(all('AWS::Lambda::Function').length);
    for (const version of versions) {
      expect(version).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    }
  });

  it.each([
    ['observe', { TABLE: expect.any(String), MACHINES: expect.any(String) }],
    ['hold-gate', { TABLE: 'understudy-webshop-authority' }],
    ['announce', { TABLE: expect.any(String), TOPIC: `arn:aws:sns:${HERE}:${ACCOUNT}:understudy-webshop-notices` }],
    ['close', { TABLE: expect.any(String), EVIDENCE_BUCKET: expect.any(String) }],
  ])('%s finds what it works with in its environment', (name, environment) => {
    const found = all('AWS::Lambda::Function').find(({ Handler }) => Handler === `${name}.handler`);
    expect(found?.['Environment']).toEqual({ Variables: environment });
  });

  it('tell the observer the failover machine of every workload Region', () => {
    const observe = all('AWS::Lambda::Function').find(({ Handler }) => Handler === 'observe.handler');
    const { Variables } = observe?.['Environment'] as { Variables: { MACHINES: string } };
    expect(JSON.parse(Variables.MACHINES)).toEqual({
      failover: {
        'us-east-1': `arn:aws:states:us-east-1:${ACCOUNT}:stateMachine:understudy-webshop-failover`,
        'us-west-2': `arn:aws:states:us-west-2:${ACCOUNT}:stateMachine:understudy-webshop-failover`,
      },
    });
  });

  it('get the parsed plan from their layer', () => {
    const [layer] = all('AWS::Lambda::LayerVersion');
    const asset = String((layer?.['Content'] as { S3Key: string }).S3Key).replace('.zip', '');
    expect(parsePlanJson(readFileSync(join(outdir, `asset.${asset}`, 'plan.json'), 'utf8'))).toEqual(quickstart);
  });

  it('are published anew when the plan changes, because a version pins its plan', () => {
    const versionIds = (plan = quickstart) =>
      Object.entries(synthesize(plan).template(HERE).Resources)
        .filter(([, { Type }]) => Type === 'AWS::Lambda::Version')
        .map(([id]) => id);
    const changed = versionIds({ ...quickstart, objectives: { rtoSeconds: 901, rpoSeconds: 300 } });
    expect(versionIds().filter((id) => changed.includes(id))).toEqual([]);
  });
});

describe('schedules', () => {
  it.each(['observe', 'hold-switch', 'hold-gate'])('start the published version of %s every minute', (name) => {
    const schedule = all('AWS::Scheduler::Schedule').find(({ Name }) => Name === `understudy-webshop-${name}`);
    expect(schedule).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: `${functionArn(name)}:1`, Input: '{}' },
    });
  });
});

describe('alarm on the loss of a Region', () => {
  const alarm = () => all('AWS::CloudWatch::Alarm').find(({ MetricName }) => MetricName === 'RegionDown');

  it('S3 goes off on 2 of 3 periods of 10 s, and takes silence for neither down nor healthy', () => {
    expect(alarm()).toMatchObject({
      AlarmName: 'understudy-webshop-us-east-1-down',
      Namespace: 'Understudy',
      Dimensions: [
        { Name: 'Application', Value: 'webshop' },
        { Name: 'Region', Value: 'us-east-1' },
      ],
      Period: 10,
      Statistic: 'Maximum',
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      EvaluationPeriods: 3,
      DatapointsToAlarm: 2,
      TreatMissingData: 'missing',
    });
  });

  it('exists for every other workload Region, and not for its own, which it could not report', () => {
    const watched = all('AWS::CloudWatch::Alarm').filter(({ MetricName }) => MetricName === 'RegionDown');
    expect(watched).toHaveLength(1);
  });

  it('starts the failover when exactly it goes off, with the event as it is', () => {
    const rules = all('AWS::Events::Rule').filter(({ Name }) => Name === 'understudy-webshop-us-east-1-down');
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({
      State: 'ENABLED',
      EventPattern: {
        source: ['aws.cloudwatch'],
        'detail-type': ['CloudWatch Alarm State Change'],
        resources: [`arn:aws:cloudwatch:${HERE}:${ACCOUNT}:alarm:understudy-webshop-us-east-1-down`],
        detail: { state: { value: ['ALARM'] } },
      },
    });
    expect(rules[0]?.['Targets']).toEqual([
      {
        Id: expect.any(String),
        Arn: `arn:aws:states:${HERE}:${ACCOUNT}:stateMachine:understudy-webshop-failover`,
        RoleArn: expect.any(String),
      },
    ]);
  });
});

describe('alarm on a replica that falls behind', () => {
  it('S3 goes off on 2 of 3 minutes beyond the plan’s limit, and never because a sample is missing', () => {
    const alarms = all('AWS::CloudWatch::Alarm').filter(({ MetricName }) => MetricName === 'ReplicationLagSeconds');
    expect(alarms).toEqual([
      expect.objectContaining({
        AlarmName: 'understudy-webshop-orders-behind-us-east-1',
        Dimensions: [
          { Name: 'Application', Value: 'webshop' },
          { Name: 'From', Value: 'us-east-1' },
          { Name: 'Resource', Value: 'orders' },
          { Name: 'To', Value: HERE },
        ],
        Period: 60,
        Statistic: 'Maximum',
        Threshold: 30,
        ComparisonOperator: 'GreaterThanThreshold',
        EvaluationPeriods: 3,
        DatapointsToAlarm: 2,
        TreatMissingData: 'missing',
      }),
    ]);
  });

  it('starts the replication watch, and nothing else', () => {
    const rule = all('AWS::Events::Rule').find(({ Name }) => Name === 'understudy-webshop-orders-behind-us-east-1');
    expect(rule?.['Targets']).toMatchObject([
      { Arn: `arn:aws:states:${HERE}:${ACCOUNT}:stateMachine:understudy-webshop-replication-watch` },
    ]);
  });
});

describe('what a run leaves behind', () => {
  it('S30 keeps evidence for a year in every version, encrypted, whatever becomes of the stack', () => {
    const [bucket] = resourcesOf(here, HERE, 'AWS::S3::Bucket');
    expect(bucket).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        BucketName: `understudy-webshop-${ACCOUNT}-${HERE}`,
        VersioningConfiguration: { Status: 'Enabled' },
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 365 } } },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    });
  });

  it.each(['AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy'])('%s refuses what comes unencrypted', (type) => {
    const [policy] = all(type);
    const { Statement } = policy?.['PolicyDocument'] as { Statement: unknown[] };
    expect(Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Principal: expect.anything(),
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  it('S25 uses a key, a topic, a bucket and a secret of the Region that runs the journey', () => {
    expect(all('AWS::KMS::Key')).toEqual([expect.objectContaining({ EnableKeyRotation: true })]);
    const variables = all('AWS::Lambda::Function').map(({ Environment }) => JSON.stringify(Environment));
    const others = variables.filter((text) => /us-east-[12]/.test(text) && !text.includes('MACHINES'));
    expect(others).toEqual([]);
  });
});

it('S14 creates every gate closed, as a gate that never was open', () => {
  const [gate] = all('AWS::SSM::Parameter');
  expect(gate).toMatchObject({ Name: '/understudy/webshop/gate', Type: 'String' });
  expect(JSON.parse(String(gate?.['Value']))).toEqual({ until: '1970-01-01T00:00:00.000Z', epoch: 0 });
});

it('shows votes, lag, traffic and runs on one page', () => {
  const [page] = all('AWS::CloudWatch::Dashboard');
  for (const shown of ['RegionDown', 'AuroraGlobalDBRPOLag', 'TrafficOn', 'ExecutionsFailed']) {
    expect(page?.['DashboardBody']).toContain(shown);
  }
});

it('hears from AWS Health of issues in the Regions of the workload, and lets only that rule note them', () => {
  const rule = all('AWS::Events::Rule').find(({ Name }) => Name === 'understudy-webshop-note-advice');
  expect(rule).toMatchObject({
    EventPattern: {
      source: ['aws.health'],
      'detail-type': ['AWS Health Event'],
      detail: { eventTypeCategory: ['issue'], eventRegion: ['us-east-1', 'us-west-2'] },
    },
    Targets: [{ Arn: expect.stringContaining('note-advice') }],
  });
  const permissions = all('AWS::Lambda::Permission');
  expect(permissions).toMatchObject([
    {
      FunctionName: `${functionArn('note-advice')}:1`,
      Principal: 'events.amazonaws.com',
      SourceArn: expect.stringContaining('AWS::Events::Rule'),
    },
  ]);
});
