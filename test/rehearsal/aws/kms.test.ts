import { createKms } from '../../../rehearsal/aws/kms';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { createResource } from './ask-service';
import { keyProperties } from './key';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

describe('a key', () => {
  it('is found by its id, ARN and alias, in its Region only', () => {
    const kms = createKms(world, '111122223333');
    const { ref, attributes } = createResource(kms, 'AWS::KMS::Key', keyProperties);
    const arn = attributes?.['Arn'] ?? '';
    expect(arn).toBe(`arn:aws:kms:us-east-1:111122223333:key/${ref}`);
    createResource(kms, 'AWS::KMS::Alias', { AliasName: 'alias/understudy', TargetKeyId: arn });
    for (const name of [ref, arn, 'alias/understudy', 'arn:aws:kms:us-east-1:111122223333:alias/understudy'])
      expect(kms.keyArn('us-east-1', name)).toBe(arn);
    expect(() => kms.keyArn('us-west-2', ref)).toThrow(`no key ${ref} in us-west-2`);
    expect(() => kms.keyArn('us-east-1', 'alias/aws/s3')).toThrow('no key alias/aws/s3');
  });

  it('has the same id in every rehearsal with the same seed', () => {
    const first = createResource(createKms(world, '111122223333'), 'AWS::KMS::Key', keyProperties);
    world.close();
    world = createWorld(1);
    expect(createResource(createKms(world, '111122223333'), 'AWS::KMS::Key', keyProperties)).toEqual(first);
  });

  it('must leave permissions to the roles of the account, because only their policies are evaluated', () => {
    const [delegation] = keyProperties.KeyPolicy.Statement;
    const withStatements =
      (...Statement: object[]) =>
      () =>
        createResource(createKms(world, '111122223333'), 'AWS::KMS::Key', {
          KeyPolicy: { Version: '2012-10-17', Statement },
        });
    const toService = { ...delegation, Principal: { Service: 'sns.amazonaws.com' } };
    expect(withStatements({ ...delegation }, toService)).not.toThrow();
    expect(withStatements(toService)).toThrow('must allow kms:* to the account');
    expect(withStatements({ ...delegation, Effect: 'Deny' })).toThrow('only Allow is simulated in a key policy');
    expect(withStatements({ ...delegation, Action: 'kms:Encrypt' })).toThrow('must allow kms:* to the account');
    const conditional = {
      ...delegation,
      Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
    };
    expect(withStatements(conditional)).toThrow('must allow kms:* to the account');
    expect(withStatements({ ...delegation, Principal: { AWS: 'arn:aws:iam::111122223333:role/r' } })).toThrow();
  });

  it('names a property that nobody simulates', () => {
    const kms = createKms(world, '111122223333');
    expect(() => createResource(kms, 'AWS::KMS::Key', { ...keyProperties, Origin: 'EXTERNAL' })).toThrow('Origin');
    expect(() => createResource(kms, 'AWS::KMS::Alias', { AliasName: 'understudy', TargetKeyId: 'x' })).toThrow(
      'must begin with alias/',
    );
  });
});
