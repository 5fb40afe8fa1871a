import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { sdkClient } from '../sdk-client';
import { createTable, KEY, TABLE } from './table';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const documents = (region = 'us-east-1') => {
  const { dynamodb } = createTable(world);
  const from = (place: string) => DynamoDBDocumentClient.from(sdkClient(world, dynamodb, DynamoDBClient, place));
  return { here: from(region), there: from('us-west-2') };
};

describe('the document client of the SDK', () => {
  it('writes and reads plain objects', async () => {
    const { here } = documents();
    const read = world.run(
      (async () => {
        await here.send(new PutCommand({ TableName: TABLE, Item: { ...KEY, epoch: 1, map: { on: ['us-east-1'] } } }));
        await here.send(
          new UpdateCommand({
            TableName: TABLE,
            Key: KEY,
            UpdateExpression: 'SET #map.epoch = epoch ADD epoch :one',
            ExpressionAttributeNames: { '#map': 'map' },
            ExpressionAttributeValues: { ':one': 1 },
          }),
        );
        const item = await here.send(new GetCommand({ TableName: TABLE, Key: KEY, ConsistentRead: true }));
        const items = await here.send(
          new QueryCommand({
            TableName: TABLE,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': KEY.pk },
          }),
        );
        return [item.Item, ...(items.Items ?? [])];
      })(),
    );
    const expected = { ...KEY, epoch: 2, map: { on: ['us-east-1'], epoch: 1 } };
    expect(await read).toEqual([expected, expected]);
  });

  it('S12 retries a conflict with another Region by itself', async () => {
    const { here, there } = documents();
    const put = (epoch: number) => new PutCommand({ TableName: TABLE, Item: { ...KEY, epoch } });
    await world.run(here.send(put(1)));
    await world.run(world.clock.sleep(100));
    const { $metadata } = await world.run(there.send(put(2)));
    expect($metadata.attempts).toBeGreaterThan(1);
    const { Item } = await world.run(here.send(new GetCommand({ TableName: TABLE, Key: KEY, ConsistentRead: true })));
    expect(Item).toEqual({ ...KEY, epoch: 2 });
  });

  it('S13 retries, and then gives up, where the Region is isolated', async () => {
    const { here } = documents();
    world.network.kill('us-east-2');
    world.network.kill('us-west-2');
    const put = here.send(new PutCommand({ TableName: TABLE, Item: KEY }));
    await expect(world.run(put)).rejects.toMatchObject({ name: 'InternalServerError', $metadata: { attempts: 3 } });
  });
});
