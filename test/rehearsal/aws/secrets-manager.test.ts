import { createSecretsManager } from '../../../rehearsal/aws/secrets-manager';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { ask, authorization } from './ask-service';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const create = () => {
  const secrets = createSecretsManager(world, '111122223333');
  secrets.adopt('us-east-1', 'webshop/slack', '{"url":"https://hooks.slack.example/x"}');
  const get = (SecretId: string, region?: string) =>
    ask(world, secrets, 'GetSecretValueCommand', { SecretId }, region) as { ARN: string; SecretString: string };
  return { secrets, get };
};

const SHORT_ARN = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:webshop/slack';

describe('a secret', () => {
  it('is found by its name, by its ARN, and by its ARN without the six characters', () => {
    const { get } = create();
    const { ARN, SecretString } = get('webshop/slack');
    expect(ARN).toMatch(new RegExp(`^${SHORT_ARN}-[0-9a-zA-Z]{6}$`));
    expect(SecretString).toBe('{"url":"https://hooks.slack.example/x"}');
    expect(get(ARN)).toEqual(get('webshop/slack'));
    expect(get(SHORT_ARN)).toEqual(get('webshop/slack'));
  });

  it('S25 is unknown in other Regions', () => {
    const { get } = create();
    for (const [id, region] of [
      ['webshop/slack', 'us-west-2'],
      [SHORT_ARN, 'us-west-2'],
      ['webshop', 'us-east-1'],
    ] as const)
      expect(() => get(id, region)).toThrow(
        expect.objectContaining({
          name: 'ResourceNotFoundException',
          message: "Secrets Manager can't find the specified secret.",
        }),
      );
  });

  it('asks for permission on its whole ARN, as a policy that ends in -?????? expects', () => {
    const { secrets, get } = create();
    const resource = (SecretId: string) =>
      authorization(world, secrets, 'GetSecretValueCommand', { SecretId })?.[0]?.resource;
    expect(resource('webshop/slack')).toBe(get('webshop/slack').ARN);
    expect(resource('other')).toBe('arn:aws:secretsmanager:us-east-1:111122223333:secret:other');
  });

  it('is adopted once', () => {
    expect(() => create().secrets.adopt('us-east-1', 'webshop/slack', 'x')).toThrow(
      'a secret webshop/slack exists already in us-east-1',
    );
  });
});
