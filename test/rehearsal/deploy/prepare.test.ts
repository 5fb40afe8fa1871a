import { z } from 'zod';
import { deploy } from '../../../rehearsal/deploy/deploy';
import { resourceType } from '../../../rehearsal/deploy/resource-type';
import { writeAssembly } from './write-assembly';

const noteProperties = z.strictObject({ Value: z.json() });

/** An account whose resources are named by `suffix`, with what its one type was given by the newest deployment. */
const account = (suffix: string, properties = noteProperties) => {
  const given = new Map<string, z.output<typeof noteProperties>>();
  const note = resourceType('Test::Note', properties, (found, { logicalId }) => {
    given.set(logicalId, found);
    return { ref: `${logicalId}-${suffix}`, attributes: { Arn: `arn-${logicalId}-${suffix}` } };
  });
  return { given, cloud: { account: '111122223333', services: [{ operations: [], resourceTypes: [note] }] } };
};

const note = (Value: unknown) => ({ Type: 'Test::Note', Properties: { Value } });
const assembly = () =>
  writeAssembly({ Shop: { template: { Resources: { A: note('a'), B: note({ of: [{ Ref: 'A' }] }) } } } });

describe('a template that is deployed again', () => {
  it('is prepared once, because every rehearsal of a process deploys the same few', () => {
    const dir = assembly();
    const { given, cloud } = account('x');
    deploy(cloud, dir);
    const before = new Map(given);
    deploy(cloud, dir);
    expect(given.get('B')).toEqual({ Value: { of: ['A-x'] } });
    for (const [id, properties] of given) expect(properties).toBe(before.get(id));
  });

  it('is resolved anew where something that it refers to answers otherwise', () => {
    const dir = assembly();
    deploy(account('x').cloud, dir);
    const { given, cloud } = account('y');
    deploy(cloud, dir);
    expect(given.get('B')).toEqual({ Value: { of: ['A-y'] } });
  });

  it('is read anew by a type that reads it otherwise', () => {
    const dir = assembly();
    deploy(account('x').cloud, dir);
    const { cloud } = account('x', z.strictObject({ Value: z.json().refine(() => false, 'is no good here') }));
    expect(() => deploy(cloud, dir)).toThrow('is no good here');
  });

  it('is in nobody’s hands to change, or one rehearsal would change the next', () => {
    const { given, cloud } = account('x');
    deploy(cloud, assembly());
    const { of } = given.get('B')!.Value as { of: string[] };
    expect(() => of.push('more')).toThrow(TypeError);
    expect(() => Object.assign(given.get('A')!, { Value: 'other' })).toThrow(TypeError);
  });
});
