import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createTable, REGIONS } from './table';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const strong = { ConsistentRead: true };
const eventual = { ConsistentRead: false };
const isolate = (region: string) => {
  for (const other of REGIONS) {
    world.network.cut(region, other);
    world.network.cut(other, region);
  }
};
const rejoin = (region: string) => {
  for (const other of REGIONS) {
    world.network.mend(region, other);
    world.network.mend(other, region);
  }
};

describe('three replicas', () => {
  it('S9 show every Region a committed write at once, to strong reads', () => {
    const { put, get } = createTable(world);
    put({ epoch: 1 }, {}, 'us-east-1');
    for (const region of REGIONS) expect(get(strong, region).Item).toMatchObject({ epoch: { N: '1' } });
  });

  it('show another Region the past for a while, to eventual reads', async () => {
    const { put, get } = createTable(world);
    put({ epoch: 1 }, {}, 'us-east-1');
    expect(get(eventual, 'us-east-1').Item).toMatchObject({ epoch: { N: '1' } });
    expect(get(eventual, 'us-west-2')).toEqual({});
    await world.run(world.clock.sleep(150));
    expect(get(eventual, 'us-west-2').Item).toMatchObject({ epoch: { N: '1' } });
  });

  it('S12 let one of two Regions that write at once win, and tell the other to try again', async () => {
    const { put } = createTable(world);
    put({ epoch: 1 }, {}, 'us-east-1');
    expect(() => put({ epoch: 2 }, {}, 'us-west-2')).toThrow(
      expect.objectContaining({ name: 'ReplicatedWriteConflictException', $retryable: {} }),
    );
    put({ epoch: 3 }, {}, 'us-east-1');
    put({ sk: 'vote#us-west-2' }, {}, 'us-west-2');
    await world.run(world.clock.sleep(150));
    put({ epoch: 4 }, {}, 'us-west-2');
  });

  it('go on while one Region is dead', () => {
    const { put, get } = createTable(world);
    world.network.kill('us-east-1');
    put({ epoch: 1 }, {}, 'us-west-2');
    expect(get(strong, 'us-east-2').Item).toMatchObject({ epoch: { N: '1' } });
  });

  it('S13 neither write nor read consistently in a Region that reaches no other', () => {
    const { put, get, query } = createTable(world);
    put({ epoch: 1 }, {}, 'us-east-1');
    isolate('us-east-1');
    const fault = expect.objectContaining({ name: 'InternalServerError', $metadata: { httpStatusCode: 500 } });
    expect(() => put({ epoch: 2 }, {}, 'us-east-1')).toThrow(fault);
    expect(() => get(strong, 'us-east-1')).toThrow(fault);
    const condition = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'webshop' } } };
    expect(() => query(condition, 'us-east-1')).toThrow(fault);
    expect(get(strong, 'us-west-2').Item).toMatchObject({ epoch: { N: '1' } });
  });

  it('need both directions of the way to another Region', () => {
    const { put } = createTable(world);
    world.network.kill('us-east-2');
    world.network.cut('us-west-2', 'us-east-1');
    expect(() => put({ epoch: 1 }, {}, 'us-east-1')).toThrow(expect.objectContaining({ name: 'InternalServerError' }));
  });

  it('let an isolated Region read its past eventually, and catch up when it rejoins', async () => {
    const { put, get } = createTable(world);
    put({ epoch: 1 }, {}, 'us-east-1');
    await world.run(world.clock.sleep(150));
    isolate('us-west-2');
    put({ epoch: 2 }, {}, 'us-east-1');
    await world.run(world.clock.sleep(10_000));
    expect(get(eventual, 'us-west-2').Item).toMatchObject({ epoch: { N: '1' } });
    rejoin('us-west-2');
    expect(get(eventual, 'us-west-2').Item).toMatchObject({ epoch: { N: '2' } });
  });

  it('S9 let exactly one writer win each epoch, whatever the network does', () => {
    const region = fc.constantFrom(...REGIONS);
    const act = fc.oneof(
      fc.record({ do: fc.constant('claim' as const), region, seenFrom: region }),
      fc.record({ do: fc.constant('isolate' as const), region }),
      fc.record({ do: fc.constant('rejoin' as const), region }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { put, get, dynamodb } = createTable(world);
        const isolated = new Set<string>();
        const epochs: unknown[] = [];
        dynamodb.onWrite((_table, _before, after) => epochs.push((after as { epoch: number }).epoch));
        const claim = (reader: string, writer: string) => {
          const seen = Number((get(strong, reader).Item?.['epoch'] as { N: string } | undefined)?.N ?? 0);
          const condition =
            seen === 0
              ? { ConditionExpression: 'attribute_not_exists(epoch)' }
              : { ConditionExpression: 'epoch = :seen', ExpressionAttributeValues: marshall({ ':seen': seen }) };
          put({ epoch: seen + 1 }, condition, writer);
        };
        for (const step of acts) {
          if (step.do === 'isolate') {
            if (!isolated.has(step.region)) isolate(step.region);
            isolated.add(step.region);
          } else if (step.do === 'rejoin') {
            if (isolated.delete(step.region)) rejoin(step.region);
          } else
            try {
              claim(step.seenFrom, step.region);
            } catch (fault) {
              expect((fault as Error).name).toMatch(/^(InternalServerError|ReplicatedWriteConflictException)$/);
            }
        }
        isolated.forEach(rejoin);
        expect(epochs).toEqual(epochs.map((_epoch, index) => index + 1));
        expect(Number((get(strong).Item?.['epoch'] as { N: string } | undefined)?.N ?? 0)).toBe(epochs.length);
      }),
      { numRuns: 50, seed: 1 },
    );
  });
});
