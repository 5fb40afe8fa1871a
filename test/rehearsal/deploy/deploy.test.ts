import { z } from 'zod';
import type { Json } from '../../../rehearsal/asl/json';
import { deploy } from '../../../rehearsal/deploy/deploy';
import { resourceType } from '../../../rehearsal/deploy/resource-type';
import { writeAssembly } from './write-assembly';

/** A service that takes any `Value`, refers to it as `ref-<logical id>`, and remembers what it was given, in order. */
const notebook = () => {
  const created: { id: string; region: string; value: Json | undefined }[] = [];
  const note = resourceType('Test::Note', z.strictObject({ Value: z.json().optional() }), ({ Value }, placement) => {
    created.push({ id: placement.logicalId, region: placement.region, value: Value });
    return { ref: `ref-${placement.logicalId}`, attributes: { Arn: `arn-${placement.logicalId}` } };
  });
  return { created, cloud: { account: '111122223333', services: [{ operations: [], resourceTypes: [note] }] } };
};

const note = (Value?: unknown, more: object = {}) => ({
  Type: 'Test::Note',
  ...(Value !== undefined && { Properties: { Value } }),
  ...more,
});

const deployed = (Resources: object, template: object = {}) => {
  const { created, cloud } = notebook();
  deploy(cloud, writeAssembly({ Shop: { template: { Resources, ...template } } }));
  return created;
};
const valueOf = (value: unknown, template: object = {}) =>
  deployed({ Other: note(), It: note(value) }, template).find(({ id }) => id === 'It')?.value;

describe('deploying a template', () => {
  it.each([
    ['Ref of a resource', { Ref: 'Other' }, 'ref-Other'],
    ['Ref of the account', { Ref: 'AWS::AccountId' }, '111122223333'],
    ['Ref of the Region', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['Ref of the partition', { Ref: 'AWS::Partition' }, 'aws'],
    ['Ref of the stack', { Ref: 'AWS::StackName' }, 'Shop'],
    ['Ref of no value in an object', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['Ref of no value in a list', [1, { Ref: 'AWS::NoValue' }, 2], [1, 2]],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Other', 'Arn'] }, 'arn-Other'],
    ['GetAtt as a text', { 'Fn::GetAtt': 'Other.Arn' }, 'arn-Other'],
    ['Sub', { 'Fn::Sub': '${AWS::Region}/${Other}/${Other.Arn}/${!Other}' }, 'us-east-1/ref-Other/arn-Other/${Other}'],
    ['Sub with variables', { 'Fn::Sub': ['${A}-${Other}', { A: { Ref: 'AWS::Region' } }] }, 'us-east-1-ref-Other'],
    ['Join', { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':x']] }, 'arn:aws:x'],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['-', { Ref: 'Other' }] }] }, 'Other'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'tasks'] }, 6],
    ['If, true', { 'Fn::If': ['IsEast', 'east', 'west'] }, 'east'],
    ['If, false', { 'Fn::If': ['IsWest', 'west', { Ref: 'AWS::NoValue' }] }, undefined],
  ])('resolves %s', (_name, value, expected) => {
    const Conditions = {
      IsEast: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
      IsWest: { 'Fn::And': [{ Condition: 'IsEast' }, { 'Fn::Not': [{ Condition: 'IsEast' }] }] },
    };
    const Mappings = { Sizes: { 'us-east-1': { tasks: 6 } } };
    expect(valueOf(value, { Conditions, Mappings })).toEqual(expected);
  });

  it('creates a resource after those that it refers to or depends on', () => {
    const order = deployed({
      A: note({ 'Fn::Sub': '${B.Arn}' }),
      B: note({ 'Fn::Join': ['', [{ Ref: 'C' }]] }),
      C: note(undefined, { DependsOn: 'D' }),
      D: note(),
    });
    expect(order.map(({ id }) => id)).toEqual(['D', 'C', 'B', 'A']);
  });

  it('leaves out a resource whose condition is false', () => {
    const Conditions = { Never: { 'Fn::Equals': [1, 2] } };
    expect(deployed({ A: note(undefined, { Condition: 'Never' }), B: note() }, { Conditions })).toHaveLength(1);
  });

  it('deploys stacks after those they depend on, each into its own Region', () => {
    const { created, cloud } = notebook();
    const template = (id: string) => ({ Resources: { [id]: note() } });
    deploy(
      cloud,
      writeAssembly({
        Dns: { template: template('InDns'), region: 'us-east-2', dependsOn: ['West'] },
        West: { template: template('InWest'), region: 'us-west-2' },
      }),
    );
    expect(created.map(({ id, region }) => `${id} ${region}`)).toEqual(['InWest us-west-2', 'InDns us-east-2']);
  });

  it('ignores what CDK adds for its bootstrap, and nothing else of the kind', () => {
    const Parameters = { BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk/version' } };
    const Rules = { CheckBootstrapVersion: { Assertions: [] } };
    expect(deployed({ A: note() }, { Parameters, Rules })).toHaveLength(1);
    expect(() => deployed({ A: note() }, { Rules: { Other: {} } })).toThrow(/Shop: Rules: .*Other/);
    expect(() => deployed({ A: note({ Ref: 'BootstrapVersion' }) }, { Parameters })).toThrow(
      /BootstrapVersion .*no value/,
    );
  });
});

describe('what the simulation does not know is an error that names it', () => {
  it.each([
    ['a function', { A: note({ 'Fn::GetAZs': '' }) }, {}, /Shop\.A .*Fn::GetAZs is not simulated/],
    ['an imported value', { A: note({ x: [{ 'Fn::ImportValue': 'y' }] }) }, {}, /Value\.x\.0: Fn::ImportValue is not/],
    ['a pseudo-parameter', { A: note({ Ref: 'AWS::NotificationARNs' }) }, {}, /AWS::NotificationARNs/],
    ['a resource type', { A: { Type: 'AWS::SQS::Queue' } }, {}, /Shop\.A .*AWS::SQS::Queue is not simulated/],
    ['a property', { A: { Type: 'Test::Note', Properties: { Colour: 1 } } }, {}, /Shop\.A .*Properties: .*"Colour"/],
    ['an attribute', { A: note({ 'Fn::GetAtt': ['B', 'Url'] }), B: note() }, {}, /Test::Note B has no attribute Url/],
    ['a resource that is not there', { A: note({ Ref: 'B' }) }, {}, /no resource B: the template does not declare it/],
    ['a dependency that is not there', { A: note(1, { DependsOn: ['B'] }) }, {}, /Shop\.A\.DependsOn: .*B/],
    ['a resource attribute', { A: note(1, { CreationPolicy: {} }) }, {}, /Shop: Resources\.A: .*CreationPolicy/],
    ['a section', { A: note() }, { Transform: 'AWS::Serverless' }, /Shop: .*Transform/],
    ['an export', { A: note() }, { Outputs: { O: { Value: 1, Export: { Name: 'x' } } } }, /Outputs\.O: .*Export/],
    [
      'an output that cannot be resolved',
      { A: note() },
      { Outputs: { O: { Value: { Ref: 'B' } } } },
      /Outputs\.O.*no resource B/,
    ],
    ['a condition', { A: note({ 'Fn::If': ['No', 1, 2] }) }, {}, /there is no condition No/],
    [
      'a condition function',
      { A: note(1, { Condition: 'C' }) },
      { Conditions: { C: { 'Fn::Contains': [] } } },
      /Conditions\.C: condition function Fn::Contains/,
    ],
    [
      'a parameter without a value',
      { A: note({ Ref: 'P' }) },
      { Parameters: { P: { Type: 'String' } } },
      /parameter P/,
    ],
    ['a circle', { A: note({ Ref: 'B' }), B: note({ Ref: 'A' }) }, {}, /Shop: resources need each other: A → B → A/],
  ])('%s', (_what, resources, template, message) => {
    expect(() => deployed(resources, template)).toThrow(message);
  });

  it('a directory without an assembly', () => {
    expect(() => deploy(notebook().cloud, '/nonexistent')).toThrow('/nonexistent/manifest.json: cannot be read');
  });

  it('a stack for no Region in particular', () => {
    const dir = writeAssembly({ Shop: { template: { Resources: { A: note() } }, region: 'unknown-region' } });
    expect(() => deploy(notebook().cloud, dir)).toThrow(/Shop: environment .* names no Region/);
  });
});

describe('inert resources', () => {
  it('have a name and an ARN that others may refer to', () => {
    const { created, cloud } = notebook();
    const Resources = {
      Log: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } },
      A: note({ 'Fn::GetAtt': ['Log', 'Arn'] }),
    };
    deploy(cloud, writeAssembly({ Shop: { template: { Resources } } }));
    expect(created[0]?.value).toMatch(/^arn:aws:logs:us-east-1:111122223333:log-group:Shop-Log-[0-9a-f]{12}:\*$/);
  });

  it('are still checked: a dashboard whose body is not JSON is refused', () => {
    const Board = { Type: 'AWS::CloudWatch::Dashboard', Properties: { DashboardBody: '{' } };
    expect(() => deployed({ Board })).toThrow(/Shop\.Board .*DashboardBody: the body is not JSON/);
  });
});
