import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../lambdas/plan/plan';
import { buildApp } from '../../lib/app';
import { neutralRegion } from '../../lib/regions';
import { quickstart, synthesize } from './synthesize';
import { resourcesOf } from './template';

const { assembly, templates, template } = synthesize();
const WORKLOAD = ['us-east-1', 'us-west-2'];

it('makes one authority, one stack for each Region, its backups, and one for DNS, with names that never change', () => {
  const stacks = assembly.stacks.map(({ stackName, environment }) => `${stackName} in ${environment.region}`);
  expect(stacks.sort()).toEqual([
    'understudy-webshop-authority in us-east-2',
    'understudy-webshop-backup-us-east-1 in us-east-1',
    'understudy-webshop-backup-us-west-2 in us-west-2',
    'understudy-webshop-dns in us-east-2',
    'understudy-webshop-us-east-1 in us-east-1',
    'understudy-webshop-us-east-2 in us-east-2',
    'understudy-webshop-us-west-2 in us-west-2',
  ]);
});

it('deploys the authority before the Regions, and DNS after them, because checks need their alarms', () => {
  const after = (id: string) =>
    assembly.stacks
      .find((stack) => stack.id === id)
      ?.dependencies.map((artifact) => artifact.id)
      .filter((artifact) => !artifact.endsWith('.assets'));
  expect(after('authority')).toEqual([]);
  expect(after('us-west-2')).toEqual(['authority']);
  expect(after('dns')?.sort()).toEqual(['us-east-1', 'us-east-2', 'us-west-2']);
});

it('protects only the authority from being deleted, because everything else can be deployed again', () => {
  const isProtected = assembly.stacks.filter(({ terminationProtection }) => terminationProtection).map(({ id }) => id);
  expect(isProtected).toEqual(['authority']);
});

it('gives the Region that only watches an observer, a switch, what a person may say and what tells people, but nothing to act with', () => {
  const functions = resourcesOf(template('us-east-2'), 'us-east-2', 'AWS::Lambda::Function');
  expect(functions.map(({ Properties }) => Properties['FunctionName'])).toEqual([
    'understudy-webshop-observe',
    'understudy-webshop-hold-switch',
    'understudy-webshop-control',
    'understudy-webshop-answer',
    'understudy-webshop-look-around',
    'understudy-webshop-close',
    'understudy-webshop-announce',
  ]);
  const machines = resourcesOf(template('us-east-2'), 'us-east-2', 'AWS::StepFunctions::StateMachine');
  expect(machines.map(({ Properties }) => Properties['StateMachineName'])).toEqual([
    'understudy-webshop-kill-switch',
    'understudy-webshop-acknowledge',
    'understudy-webshop-approve-operations',
    'understudy-webshop-incident',
  ]);
});

it.each(templates)('S8 no alarm of %s takes silence for a loss', (_, { Resources }) => {
  const alarms = Object.values(Resources).filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
  const treated = alarms.map(({ Properties }) => [Properties?.['MetricName'], Properties?.['TreatMissingData']]);
  // Silence about backups is bad news of backups, and starts nothing.
  expect(treated.filter(([metric, missing]) => missing !== 'missing' && metric !== 'BackupAgeHours')).toEqual([]);
});

it.each(templates)('%s exports nothing, imports nothing, and has no custom resource', (_, { Outputs, Resources }) => {
  expect(Outputs).toBeUndefined();
  expect(JSON.stringify(Resources)).not.toContain('Fn::ImportValue');
  const types = Object.values(Resources).map(({ Type }) => Type);
  expect(types.filter((type) => type.startsWith('Custom::') || type.startsWith('AWS::CloudFormation::'))).toEqual([]);
});

it('gives the same templates for the same plan', () => {
  const again = synthesize().templates;
  expect(Object.fromEntries(again)).toEqual(Object.fromEntries(templates));
});

it('names everything anew for another generation, so that both can be deployed side by side', () => {
  const next = synthesize({ ...quickstart, generation: 2 });
  const named = (text: string) => text.match(/understudy-webshop-(?!g2)[a-z0-9-]+/g) ?? [];
  const regional = JSON.stringify(next.template('us-west-2'));
  expect(named(regional)).toEqual([]);
  expect(next.assembly.stacks.every(({ stackName }) => stackName.startsWith('understudy-webshop-g2-'))).toBe(true);
});

it('takes the account that it is given', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'understudy-'));
  const { stacks } = buildApp(quickstart, { outdir, bundle: false, account: '999988887777' }).synth();
  expect(new Set(stacks.map(({ environment }) => environment.account))).toEqual(new Set(['999988887777']));
});

it('tags what it creates with the application', () => {
  const [bucket] = resourcesOf(template('us-west-2'), 'us-west-2', 'AWS::S3::Bucket');
  expect(bucket?.Properties['Tags']).toEqual([
    { Key: 'application', Value: 'webshop' },
    { Key: 'understudy', Value: 'understudy-webshop' },
  ]);
});

it('S9 keeps the authority in a table with three strongly consistent replicas that cannot be deleted', () => {
  const [table] = resourcesOf(template('authority'), 'us-east-2', 'AWS::DynamoDB::GlobalTable');
  const replicas = table?.Properties['Replicas'] as Record<string, unknown>[];
  expect(table?.Properties).toMatchObject({
    TableName: 'understudy-webshop-authority',
    MultiRegionConsistency: 'STRONG',
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  });
  expect(replicas.map(({ Region }) => Region).sort()).toEqual(['us-east-1', 'us-east-2', 'us-west-2']);
  for (const replica of replicas) {
    expect(replica).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  }
  expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

it('S1 refuses a plan whose authority has no Region outside the workload', () => {
  const plan = { ...quickstart, authority: { ...quickstart.authority, regions: WORKLOAD } };
  expect(() => neutralRegion(plan)).toThrow('authority.regions: us-east-1, us-west-2 all run the workload');
});

describe('with an arbiter', () => {
  const arbiter: Plan = {
    ...quickstart,
    authority: { ...quickstart.authority, regions: ['eu-west-1'], switches: ['us-east-1', 'us-west-2', 'us-east-2'] },
  };
  const made = synthesize(arbiter);

  it('S9 keeps the authority in a table of one Region, protected like three, and copied to no other', () => {
    const [table] = resourcesOf(made.template('authority'), 'eu-west-1', 'AWS::DynamoDB::GlobalTable');
    expect(table?.Properties).not.toHaveProperty('MultiRegionConsistency');
    expect(table?.Properties['Replicas']).toMatchObject([
      {
        Region: 'eu-west-1',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    ]);
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('S23 has its switches where the plan says, and an observer in every Region that decides, works or switches', () => {
    const functionsIn = (region: string) =>
      resourcesOf(made.template(region), region, 'AWS::Lambda::Function').map(({ Properties }) =>
        String(Properties['FunctionName']).replace('understudy-webshop-', ''),
      );
    const alone = ['control', 'answer', 'look-around', 'close', 'announce'];
    expect(functionsIn('eu-west-1')).toEqual(['observe', ...alone]);
    expect(functionsIn('us-east-2')).toEqual(['observe', 'hold-switch', ...alone]);
    const checks = resourcesOf(made.template('dns'), 'eu-west-1', 'AWS::Route53::HealthCheck');
    const read = checks.flatMap(
      ({ Properties }) =>
        (Properties['HealthCheckConfig'] as { AlarmIdentifier?: { Region: string } }).AlarmIdentifier ?? [],
    );
    expect(read.map(({ Region }) => Region)).toEqual([...arbiter.authority.switches!, ...arbiter.authority.switches!]);
  });
});
