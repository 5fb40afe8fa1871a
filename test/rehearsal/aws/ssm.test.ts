import { createSsm } from '../../../rehearsal/aws/ssm/create-ssm';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { ask, authorization, createResource } from './ask-service';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const NAME = '/understudy/webshop/gate';

const create = () => {
  const ssm = createSsm(world, '111122223333');
  const properties = {
    Name: NAME,
    Type: 'String',
    Value: 'closed',
    Tier: 'Standard',
    Tags: { application: 'webshop' },
  };
  expect(createResource(ssm, 'AWS::SSM::Parameter', properties)).toMatchObject({ ref: NAME });
  const get = (input: object = {}, region?: string) =>
    ask(world, ssm, 'GetParameterCommand', { Name: NAME, ...input }, region);
  const put = (input: object, region?: string) =>
    ask(world, ssm, 'PutParameterCommand', { Name: NAME, ...input }, region);
  return { ssm, get, put };
};

describe('a parameter', () => {
  it('has the value and version of the last put', async () => {
    const { ssm, get, put } = create();
    await world.run(world.clock.sleep(5_000));
    expect(put({ Value: 'open', Overwrite: true })).toEqual({ Version: 2, Tier: 'Standard' });
    expect(get()).toEqual({
      Parameter: {
        ARN: 'arn:aws:ssm:us-east-1:111122223333:parameter/understudy/webshop/gate',
        Name: NAME,
        Type: 'String',
        Value: 'open',
        Version: 2,
        LastModifiedDate: new Date(Date.UTC(2026, 0, 6, 9, 0, 5)),
        DataType: 'text',
      },
    });
    expect(ssm.value('us-east-1', NAME)).toBe('open');
  });

  it('is changed by a person as whoever watches it sees, and not in a Region that is gone', () => {
    const { ssm } = create();
    const seen: string[] = [];
    ssm.onPut((region, parameter, value) => seen.push(`${region} ${parameter} ${value}`));
    ssm.change('us-east-1', NAME, (before) => `${before} for a reason`);
    ssm.change('us-west-2', NAME, () => 'there is none');
    world.network.kill('us-east-1');
    ssm.change('us-east-1', NAME, () => 'open');
    expect(seen).toEqual([`us-east-1 ${NAME} closed for a reason`]);
    expect(ssm.value('us-east-1', NAME)).toBe('closed for a reason');
  });

  it('S25 belongs to its Region', () => {
    const { ssm, get } = create();
    expect(ssm.value('us-west-2', NAME)).toBeUndefined();
    expect(() => get({}, 'us-west-2')).toThrow(
      expect.objectContaining({ name: 'ParameterNotFound', message: `Parameter ${NAME} not found.` }),
    );
  });

  it('is overwritten only on request', () => {
    const { ssm, put } = create();
    expect(() => put({ Value: 'open' })).toThrow(expect.objectContaining({ name: 'ParameterAlreadyExists' }));
    expect(ssm.value('us-east-1', NAME)).toBe('closed');
  });

  it('is created by a put that names its type', () => {
    const { put } = create();
    expect(put({ Name: '/new', Value: 'x', Type: 'String' })).toEqual({ Version: 1, Tier: 'Standard' });
    expect(() => put({ Name: '/newer', Value: 'x' })).toThrow(
      'A parameter type is required when you create a parameter.',
    );
  });

  it('tells listeners of each put, and which call did it', () => {
    const { ssm, put } = create();
    const seen: unknown[] = [];
    ssm.onPut((...put) => seen.push(put));
    put({ Value: 'open', Overwrite: true });
    expect(() => put({ Value: 'again' })).toThrow();
    expect(seen).toEqual([['us-east-1', NAME, 'open', 'the-call']]);
  });

  it('is the effect of a put', () => {
    const { ssm } = create();
    const put = ssm.operations.find(({ command }) => command === 'PutParameterCommand');
    expect(put?.effect?.({ Name: NAME } as never, {} as never)).toBe(NAME);
  });

  it('asks for permission on its ARN, without a second slash', () => {
    expect(authorization(world, create().ssm, 'PutParameterCommand', { Name: NAME })).toEqual([
      { action: 'ssm:PutParameter', resource: 'arn:aws:ssm:us-east-1:111122223333:parameter/understudy/webshop/gate' },
    ]);
  });

  it.each<[object, string]>([
    [{ Value: '', Overwrite: true }, "Value '' at 'value' failed to satisfy constraint"],
    [{ Value: 'x'.repeat(4097), Overwrite: true }, 'a maximum parameter value of 4096 characters'],
    [{ Value: 'x', Overwrite: true, Type: 'SecureString' }, 'PutParameter.Type SecureString is not simulated'],
    [{ Value: 'x', Overwrite: true, Policies: '[]' }, 'PutParameter.Policies is not simulated'],
    [{ Value: 'x', Name: `${NAME}:1` }, 'ARNs, versions and labels are not simulated'],
    [{ Value: 'x', Name: undefined }, "Value null at 'name' failed to satisfy constraint"],
  ])('refuses %j', (input, message) => {
    expect(() => create().put(input)).toThrow(message);
  });

  it('is refused in a template when its type is not String, or its name is taken', () => {
    const { ssm } = create();
    const declare = (properties: object) => () =>
      createResource(ssm, 'AWS::SSM::Parameter', { Name: '/other', Type: 'String', Value: 'x', ...properties });
    expect(declare({ Type: 'StringList' })).toThrow('Type');
    expect(declare({ AllowedPattern: '.*' })).toThrow('AllowedPattern');
    expect(declare({ Name: NAME })).toThrow(`a parameter ${NAME} exists already in us-east-1`);
  });
});
