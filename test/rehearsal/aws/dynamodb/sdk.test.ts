import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { sdkClient } from '../sdk-client';
import { createTable, KEY, TABLE } from './table';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const clients = (region = 'us-east-1') => {
  const { dynamodb } = createTable(world);
  const from = (place: string) => sdkClient(world, dynamodb, DynamoDBClient, place);
  return { here: from(region), there: from('us-west-2') };
};

describe('the client of the SDK', () => {
  it('writes and reads items', async () => {
    const { here } = clients();
    const read = world.run(
      (async () => {
        const item = { ...KEY, epoch: 1, map: { on: ['us-east-1'] } };
        await here.send(new PutItemCommand({ TableName: TABLE, Item: marshall(item) }));
        await here.send(
          new UpdateItemCommand({
            TableName: TABLE,
            Key: marshall(KEY),
            UpdateExpression: 'SET #map.epoch = epoch ADD epoch :one',
            ExpressionAttributeNames: { '#map': 'map' },
            ExpressionAttributeValues: marshall({ ':one': 1 }),
          }),
        );
        const got = await here.send(new GetItemCommand({ TableName: TABLE, Key: marshall(KEY), ConsistentRead: true }));
        const items = await here.send(
          new QueryCommand({
            TableName: TABLE,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: marshall({ ':pk': KEY.pk }),
          }),
        );
        return [got.Item, ...(items.Items ?? [])].map((one) => unmarshall(one ?? {}));
      })(),
    );
    const expected = { ...KEY, epoch: 2, map: { on: ['us-east-1'], epoch: 1 } };
    expect(await read).toEqual([expected, expected]);
  });

  it('S12 retries a conflict with another Region by itself', async () => {
    const { here, there } = clients();
    const put = (epoch: number) => new PutItemCommand({ TableName: TABLE, Item: marshall({ ...KEY, epoch }) });
    await world.run(here.send(put(1)));
    await world.run(world.clock.sleep(100));
    const { $metadata } = await world.run(there.send(put(2)));
    expect($metadata.attempts).toBeGreaterThan(1);
    const get = new GetItemCommand({ TableName: TABLE, Key: marshall(KEY), ConsistentRead: true });
    const { Item } = await world.run(here.send(get));
    expect(unmarshall(Item ?? {})).toEqual({ ...KEY, epoch: 2 });
  });

  it('S13 retries, and then gives up, where the Region is isolated', async () => {
    const { here } = clients();
    world.network.kill('us-east-2');
    world.network.kill('us-west-2');
    const put = here.send(new PutItemCommand({ TableName: TABLE, Item: marshall(KEY) }));
    await expect(world.run(put)).rejects.toMatchObject({ name: 'InternalServerError', $metadata: { attempts: 3 } });
  });
});
