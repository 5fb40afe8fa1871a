import { createDynamoDb } from '../../../../rehearsal/aws/dynamodb/create-dynamodb';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createResource } from '../ask-service';
import { createTable, KEY, properties, TABLE } from './table';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const create = (changed: object, region = 'us-east-2') =>
  createResource(
    createDynamoDb(world, '111122223333'),
    'AWS::DynamoDB::GlobalTable',
    { ...properties, ...changed },
    { region },
  );
const replicasIn = (...regions: string[]) => ({ Replicas: regions.map((Region) => ({ Region })) });

describe('a global table', () => {
  it('is created empty, with its name as reference', () => {
    expect(create({})).toEqual({
      ref: TABLE,
      attributes: { Arn: 'arn:aws:dynamodb:us-east-2:111122223333:table/authority' },
    });
    expect(createTable(world).get()).toEqual({});
  });

  it.each<[string, object, string]>([
    ['S9 with eventual consistency', { MultiRegionConsistency: 'EVENTUAL' }, 'a lease never lives in an eventually'],
    [
      'S9 with several replicas that nothing keeps consistent',
      { MultiRegionConsistency: undefined },
      'must be STRONG where there are several replicas (us-east-1, us-east-2, us-west-2)',
    ],
    ['with two replicas', replicasIn('us-east-1', 'us-east-2'), 'exactly three Regions'],
    ['with a Region twice', replicasIn('us-east-1', 'us-east-2', 'us-east-2'), 'exactly three Regions'],
    ['over two sets', replicasIn('us-east-1', 'us-east-2', 'eu-west-1'), 'are not of one set; allowed are'],
    [
      'with expiring items',
      { TimeToLiveSpecification: { Enabled: true } },
      'is not allowed on a table with multi-Region',
    ],
    ['with local indexes', { LocalSecondaryIndexes: [] }, 'is not allowed on a table with multi-Region'],
    ['with a property that nobody simulates', { WarmThroughput: {} }, 'WarmThroughput'],
    ['with provisioned capacity', { BillingMode: 'PROVISIONED' }, 'PAY_PER_REQUEST'],
    ['with other attributes than its key', { AttributeDefinitions: [] }, 'exactly the key attributes pk, sk'],
  ])('is refused %s', (_what, changed, message) => {
    expect(() => create(changed)).toThrow(message);
  });

  it('is refused where its stack has no replica, or its name is taken', () => {
    expect(() => create({}, 'eu-west-1')).toThrow('no replica in eu-west-1');
    const { dynamodb } = createTable(world);
    expect(() => createResource(dynamodb, 'AWS::DynamoDB::GlobalTable', properties, { region: 'us-east-2' })).toThrow(
      'a table named authority exists already',
    );
  });

  it('S9 may have a single replica, which asks nobody', () => {
    const alone = {
      ...properties,
      MultiRegionConsistency: undefined,
      Replicas: properties.Replicas.slice(0, 1).map((replica) => ({ ...replica, Region: 'eu-west-1' })),
    };
    const { dynamodb, put, get } = createTable(world, alone);
    world.network.cut('eu-west-1', '*');
    put({ epoch: 1 }, {}, 'eu-west-1');
    expect(get({ ConsistentRead: true }, 'eu-west-1').Item).toMatchObject({ epoch: { N: '1' } });
    expect(dynamodb.item(TABLE, KEY)).toMatchObject({ epoch: 1 });
  });
});
