import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SSMClient, SSMServiceException, PutParameterCommand, GetParameterCommand } from '@aws-sdk/client-ssm';
import { bestEffort, critical } from '../../../../lambdas/aws';
import type { Iam } from '../../../../rehearsal/aws/services/security';
import type { Service } from '../../../../rehearsal/aws/services/simulated-service';
import { createEndpoint } from '../../../../rehearsal/aws/endpoint/create-endpoint';
import type { Sender } from '../../../../rehearsal/aws/endpoint/sender';
import { operation } from '../../../../rehearsal/aws/operation';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';

const PARAMETER = 'arn:aws:ssm:us-west-2:111122223333:parameter/gate';

let world: DrivenWorld;
beforeEach(() => {
  world = createWorld(1);
});
afterEach(() => world.close());

/** A parameter store with one value, and a table that answers what it was asked. */
const services = () => {
  const written: string[] = [];
  const ssm: Service = {
    client: 'SSMClient',
    resourceTypes: [],
    operations: [
      operation(PutParameterCommand, {
        authorize: () => [{ action: 'ssm:PutParameter', resource: PARAMETER }],
        latency: 'api.write',
        effect: ({ Name }) => Name,
        run: ({ Value = '' }) => {
          written.push(Value);
          return { Version: written.length };
        },
      }),
    ],
  };
  const dynamodb: Service = {
    client: 'DynamoDBClient',
    resourceTypes: [],
    operations: [
      operation(GetItemCommand, {
        authorize: () => [],
        latency: 'api.read',
        run: ({ Key }) => ({ Item: { ...Key, epoch: { N: '7' } } }),
      }),
    ],
  };
  return { written, all: [ssm, dynamodb] };
};

const allowing = (yes: boolean): Iam => ({
  operations: [],
  resourceTypes: [],
  assume: () => undefined,
  judge: () => (yes ? 'allowed' : 'not allowed'),
  grants: () => [],
});

const setUp = (more: { allowed?: boolean; run?: string; epoch?: number } = {}) => {
  const { written, all } = services();
  const iam = allowing(more.allowed ?? true);
  const endpoint = createEndpoint({
    world,
    account: '111122223333',
    iam,
    kms: { find: () => undefined },
    services: () => all,
  });
  let gone = false;
  const sender: Sender = {
    name: 'shop-fence',
    region: 'us-west-2',
    roleArn: 'arn:aws:iam::111122223333:role/fence',
    causes: () => ['t0'],
    run: () => more.run,
    epoch: () => more.epoch,
    gone: () => gone || !world.network.alive('us-west-2'),
    sleep: (ms) => new Promise((resolve) => void world.clock.after(ms, () => gone || resolve())),
  };
  const vanish = () => {
    gone = true;
  };
  return { endpoint, aws: endpoint.aws(sender), written, vanish };
};

const put = (Value: string) => new PutParameterCommand({ Name: '/gate', Value, Overwrite: true });
const since = (t: number) => world.clock.now() - t;

describe('a call that arrives', () => {
  it('is answered by the simulated service after its latency', async () => {
    const { aws, written } = setUp();
    const t = world.clock.now();
    const answer = await world.run(aws(SSMClient, critical('us-west-2')).send(put('open')));
    expect(answer.Version).toBe(1);
    expect(written).toEqual(['open']);
    expect(since(t)).toBeGreaterThanOrEqual(20);
    expect(since(t)).toBeLessThanOrEqual(120);
  });

  it('takes longer in another Region', async () => {
    const { aws } = setUp();
    const t = world.clock.now();
    await world.run(aws(SSMClient, critical('us-east-1')).send(put('open')));
    expect(since(t)).toBeGreaterThanOrEqual(50);
  });

  it('names what led to it, so that every cause can be followed', async () => {
    const { aws } = setUp();
    await world.run(aws(SSMClient, critical('us-west-2')).send(put('open')));
    expect(world.trace.entries.map(({ type, what, causes }) => ({ type, what, causes }))).toEqual([
      { type: 'call', what: 'ssm PutParameter', causes: ['t0'] },
    ]);
  });

  it('is recorded as an effect with epoch and run where a run made it', async () => {
    const { aws, endpoint } = setUp({ run: 'run-1', epoch: 7 });
    await world.run(aws(SSMClient, critical('us-west-2')).send(put('open')));
    expect(endpoint.effects).toEqual([
      expect.objectContaining({
        region: 'us-west-2',
        service: 'ssm',
        operation: 'PutParameter',
        target: '/gate',
        epoch: 7,
        run: 'run-1',
      }),
    ]);
  });

  it('says of an effect when it was asked for, because a service may take it when its sender waits no more', async () => {
    const { aws, endpoint } = setUp({ run: 'run-1', epoch: 7 });
    world.faults.travelsLongerMs = () => 40_000;
    const asked = aws(SSMClient, { ...critical('us-west-2'), attemptsMax: 1 }).send(put('open'));
    await world.run(asked.catch(() => undefined).then(() => world.clock.sleep(60_000)));
    const [effect] = endpoint.effects;
    expect(effect!.askedT).toBe(endpoint.calls[0]!.t);
    expect(effect!.t - effect!.askedT).toBeGreaterThanOrEqual(40_000);
  });

  it('is no effect outside a run: a renewal of the gate changes nothing', async () => {
    const { aws, endpoint } = setUp();
    await world.run(aws(SSMClient, critical('us-west-2')).send(put('open')));
    expect(endpoint.effects).toEqual([]);
    expect(endpoint.calls).toHaveLength(1);
  });
});

describe('S20 a call that nobody may make or answer', () => {
  it('is refused as AWS refuses it, and changes nothing', async () => {
    const { aws, written, endpoint } = setUp({ allowed: false, run: 'run-1' });
    const fault: unknown = await world.run(
      aws(SSMClient, critical('us-west-2'))
        .send(put('open'))
        .catch((error: unknown) => error),
    );
    expect(fault).toBeInstanceOf(SSMServiceException);
    expect(fault).toMatchObject({
      name: 'AccessDeniedException',
      message:
        'User: arn:aws:sts::111122223333:assumed-role/fence/shop-fence is not authorized to perform: ' +
        `ssm:PutParameter on resource: ${PARAMETER} because no identity-based policy allows the ssm:PutParameter action`,
    });
    expect(written).toEqual([]);
    expect(endpoint.effects).toEqual([]);
    expect(endpoint.calls).toHaveLength(1);
  });

  it('is an error that names it where no service simulates it', async () => {
    const { aws, endpoint } = setUp();
    const call = aws(SSMClient, critical('us-west-2')).send(new GetParameterCommand({ Name: '/gate' }));
    await expect(world.run(call)).rejects.toThrow('SSMClient.GetParameterCommand: no simulated service');
    expect(endpoint.notSimulated).toEqual([expect.stringContaining('SSMClient.GetParameterCommand')]);
  });
});

describe('S22 a dead Region is silent', () => {
  it('costs its callers the whole time-out of every attempt', async () => {
    const { aws, endpoint } = setUp();
    world.network.kill('us-east-1');
    const t = world.clock.now();
    const call = aws(SSMClient, bestEffort('us-east-1')).send(put('closed'));
    await expect(world.run(call)).rejects.toMatchObject({ name: 'TimeoutError' });
    const { attemptsMax, connectMs } = bestEffort('us-east-1');
    expect(endpoint.calls).toHaveLength(attemptsMax);
    expect(since(t)).toBeGreaterThanOrEqual(attemptsMax * connectMs);
    expect(since(t)).toBeLessThan(3_000);
  });

  it('keeps the effect of a call whose answer was lost, and the caller learns of no success', async () => {
    const { aws, written } = setUp();
    world.network.cut('us-east-1', 'us-west-2');
    const t = world.clock.now();
    const call = aws(SSMClient, bestEffort('us-east-1')).send(put('closed'));
    await expect(world.run(call)).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(written).toEqual(['closed', 'closed']);
    expect(since(t)).toBeGreaterThanOrEqual(2_000);
  });

  it('never answers a sender that is gone, nor lets it ask again', async () => {
    const { aws, written, endpoint, vanish } = setUp();
    const client = aws(SSMClient, critical('us-west-2'));
    let settled = false;
    void client.send(put('first')).finally(() => {
      settled = true;
    });
    await world.run(world.clock.sleep(1));
    vanish();
    void client.send(put('second'));
    await world.run(world.clock.sleep(60_000));
    expect(settled).toBe(false);
    expect(written).toEqual(['first']);
    expect(endpoint.calls).toHaveLength(1);
  });
});

describe('the SDK around a call', () => {
  it('retries what a throttled service refuses', async () => {
    const { aws, written, endpoint } = setUp();
    let refusals = 0;
    world.faults.call = ({ service }) => {
      if (service !== 'ssm' || refusals++ > 0) return;
      throw new SSMServiceException({ name: 'ThrottlingException', message: 'slow', $fault: 'client', $metadata: {} });
    };
    await world.run(aws(SSMClient, critical('us-west-2')).send(put('open')));
    expect(written).toEqual(['open']);
    expect(endpoint.calls).toHaveLength(2);
  });

  it('sees the requests of one moment arrive in the order in which they were sent', async () => {
    const { aws, endpoint } = setUp();
    const table = aws(DynamoDBClient, critical('us-west-2'));
    await world.run(
      Promise.allSettled([
        table.send(new PutItemCommand({ TableName: 't', Item: { pk: { S: 'a' } } })),
        aws(SSMClient, critical('us-west-2')).send(put('open')),
        aws(DynamoDBClient, critical('us-east-1')).send(new PutItemCommand({ TableName: 't', Item: {} })),
        table.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'a' } } })),
      ]),
    );
    expect(endpoint.calls.map((call) => call.operation)).toEqual(['PutItem', 'PutParameter', 'PutItem', 'GetItem']);
    expect(world.busy.sends).toBe(0);
  });
});
