import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { critical } from '../../../../lambdas/aws';
import type { Outside } from '../../../../lambdas/outside';
import type { Json } from '../../../../rehearsal/asl/json';
import { createEndpoint } from '../../../../rehearsal/aws/endpoint/create-endpoint';
import { createIam } from '../../../../rehearsal/aws/iam/create-iam';
import { createLambda } from '../../../../rehearsal/aws/lambda/create-lambda';
import type { HandlerModule } from '../../../../rehearsal/aws/lambda/load-handler';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { writeAssembly } from '../../deploy/write-assembly';
import { place } from '../place';

const FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:shop-observe';
const ROLE = 'arn:aws:iam::111122223333:role/worker';
const INVOKER = 'arn:aws:iam::111122223333:role/invoker';

let world: DrivenWorld;
beforeEach(() => {
  world = createWorld(1);
});
afterEach(() => world.close());

type Handler = (event: unknown, env: Readonly<Record<string, string | undefined>>, outside: Outside) => unknown;

/** Lambda with one function of the given behaviour, version 1 of it, and a role that may invoke the version. */
const setUp = (handler: Handler, settings: object = {}) => {
  const iam = createIam('111122223333');
  const role = (RoleName: string, service: string, Policies: object[]) =>
    place(iam.resourceTypes, 'AWS::IAM::Role', {
      RoleName,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } },
      },
      Policies,
    });
  const invoking = { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: [`${FUNCTION}:1`, `${FUNCTION}:9`] };
  role('worker', 'lambda.amazonaws.com', []);
  role('invoker', 'states.amazonaws.com', [
    { PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: [invoking] } },
  ]);
  const starts: string[] = [];
  const create: HandlerModule['create'] = (env, outside) => {
    starts.push(env.AWS_REGION ?? '');
    return async (event) => handler(event, env, outside);
  };
  const endpoint = createEndpoint({
    world,
    account: '111122223333',
    iam,
    kms: { find: () => undefined },
    services: () => [],
  });
  const lambda = createLambda({
    world,
    account: '111122223333',
    iam,
    load: () => Promise.resolve({ create }),
    ways: {
      aws: endpoint.aws,
      http: (_from, note) => (request) => {
        note(world.trace.add({ type: 'check', region: 'us-east-1', what: request.url, causes: [] }));
        return Promise.resolve({ status: 200, body: '' });
      },
      dns: () => () => Promise.resolve([]),
      tls: () => () => Promise.reject(new Error('nobody speaks TLS here')),
    },
  });
  const assemblyDir = writeAssembly({}, { 'c0de/observe.js': '', 'a1/plan.json': '{"one":1}', 'b2/plan.json': '{}' });
  const at = { assemblyDir, logicalId: 'F' };
  const make = (type: string, properties: object) => place(lambda.resourceTypes, type, properties, at);
  const layer = make('AWS::Lambda::LayerVersion', { LayerName: 'plan', Content: { S3Bucket: 'b', S3Key: 'a1.zip' } });
  make('AWS::Lambda::Function', {
    FunctionName: 'shop-observe',
    Handler: 'observe.handler',
    Runtime: 'nodejs24.x',
    Code: { S3Bucket: 'b', S3Key: 'c0de.zip' },
    Role: ROLE,
    Environment: { Variables: { TABLE: 'orders' } },
    Layers: [layer.ref],
    Timeout: 30,
    ...settings,
  });
  make('AWS::Lambda::Version', { FunctionName: 'shop-observe' });
  const invoke = (payload: Json, more: object = {}) =>
    lambda.invoke({ functionArn: `${FUNCTION}:1`, payload, as: { roleArn: INVOKER }, causes: ['t0'], ...more });
  return { lambda, endpoint, invoke, starts, create: make };
};

describe('a function', () => {
  it('gets exactly the environment of its template and its Region, and nothing of the shell', async () => {
    process.env.SECRET_OF_THE_SHELL = 'x';
    const { invoke } = setUp((_event, env) => env);
    await expect(world.run(invoke({}))).resolves.toEqual({ TABLE: 'orders', AWS_REGION: 'us-east-1' });
    delete process.env.SECRET_OF_THE_SHELL;
  });

  it('reads the files of its layers under /opt, and no file of this machine', async () => {
    const { invoke } = setUp((event, _env, outside) => outside.file((event as { path: string }).path));
    await expect(world.run(invoke({ path: '/opt/plan.json' }))).resolves.toBe('{"one":1}');
    for (const path of ['/opt/other.json', '/etc/hostname', '/opt/../manifest.json']) {
      await expect(world.run(invoke({ path }))).rejects.toThrow(`ENOENT: no such file or directory, open '${path}'`);
    }
  });

  it('takes and gives JSON: a date goes in as text, undefined comes out as null', async () => {
    const { invoke } = setUp((event) => ({ type: typeof (event as { at: unknown }).at, lost: undefined }));
    await expect(world.run(invoke({ at: new Date(0) as unknown as Json }))).resolves.toEqual({ type: 'string' });
    const { invoke: again } = setUp(() => undefined);
    await expect(world.run(again({}))).resolves.toBeNull();
  });

  it('starts cold once, and stays warm for the next invocation', async () => {
    const { invoke, starts } = setUp(() => 1);
    const t = world.clock.now();
    await world.run(invoke({}));
    expect(world.clock.now() - t).toBeGreaterThanOrEqual(200);
    const warm = world.clock.now();
    await world.run(invoke({}));
    expect(world.clock.now() - warm).toBeLessThan(20);
    expect(starts).toHaveLength(1);
  });

  it('F34 starts cold again after a deployment, and never goes back to what it replaced', async () => {
    const { invoke, starts } = setUp(() => 1);
    await world.run(invoke({}));
    await world.run(world.clock.sleep(1_000));
    const deployedMs = world.clock.now();
    world.faults.environmentReplaced = ({ sinceMs }) => sinceMs < deployedMs;
    await world.run(invoke({}));
    delete world.faults.environmentReplaced;
    await world.run(invoke({}));
    expect(starts).toHaveLength(2);
  });

  it('handles one invocation at a time in each environment', async () => {
    const { invoke, starts } = setUp((_event, _env, { clock }) => clock.sleep(1_000));
    await world.run(Promise.all([invoke({}), invoke({})]));
    await world.run(Promise.all([invoke({}), invoke({})]));
    expect(starts).toHaveLength(2);
  });

  it('is refused beyond its reserved concurrency', async () => {
    const { invoke } = setUp((_event, _env, { clock }) => clock.sleep(1_000), { ReservedConcurrentExecutions: 1 });
    const [one, other] = await world.run(Promise.allSettled([invoke({}), invoke({})]));
    expect(one.status).toBe('fulfilled');
    expect(other).toMatchObject({ reason: { errorType: 'Lambda.TooManyRequestsException' } });
    await expect(world.run(invoke({}))).resolves.toBeNull();
  });

  it('fails with the name of the error that it threw, as Step Functions sees it', async () => {
    const { invoke } = setUp(() => {
      throw Object.assign(new Error('the epoch is 8, not 7'), { name: 'StaleEpoch' });
    });
    await expect(world.run(invoke({}))).rejects.toMatchObject({
      errorType: 'StaleEpoch',
      errorMessage: 'the epoch is 8, not 7',
    });
  });

  it('fails by its time-out, and its environment is never heard of again', async () => {
    let woke = false;
    const { invoke, starts } = setUp(async (_event, _env, { clock }) => {
      await clock.sleep(31_000);
      woke = true;
    });
    await expect(world.run(invoke({}))).rejects.toMatchObject({
      errorType: 'Sandbox.Timedout',
      errorMessage: 'Task timed out after 30.00 seconds',
    });
    await world.run(world.clock.sleep(60_000));
    expect(woke).toBe(false);
    await world.run(Promise.race([invoke({}), world.clock.sleep(5_000)]));
    expect(starts).toHaveLength(2);
  });

  it('stops in mid-run where its Region dies, and nobody hears of it', async () => {
    let woke = false;
    const { invoke } = setUp(async (_event, _env, { clock }) => {
      await clock.sleep(5_000);
      woke = true;
    });
    let settled = false;
    void invoke({}).finally(() => {
      settled = true;
    });
    await world.run(world.clock.sleep(2_000));
    world.network.kill('us-east-1');
    await world.run(world.clock.sleep(120_000));
    expect({ woke, settled }).toEqual({ woke: false, settled: false });
  });

  it('is refused at deployment if its role does not trust Lambda', () => {
    expect(() => setUp(() => 1, { Role: INVOKER })).toThrow(/lambda\.amazonaws\.com is not authorized/);
  });
});

describe('who may invoke a function', () => {
  it.each([
    ['the version that its role names', `${FUNCTION}:1`, undefined],
    ['not the function behind the version', FUNCTION, 'Lambda.AWSLambdaException'],
    ['not another version', `${FUNCTION}:2`, 'Lambda.AWSLambdaException'],
  ])('a role: %s', async (_what, functionArn, errorType) => {
    const { invoke } = setUp(() => 1);
    const result = await world.run(invoke({}, { functionArn }).catch((fault: unknown) => fault));
    expect(result).toEqual(errorType ? expect.objectContaining({ errorType }) : 1);
  });

  it('a service, as far as the function itself permits it', async () => {
    const { create, invoke } = setUp(() => 1);
    const rule = 'arn:aws:events:us-east-1:111122223333:rule/shop';
    const asRule = (sourceArn: string) => ({ as: { service: 'events.amazonaws.com', sourceArn } });
    await expect(world.run(invoke({}, asRule(rule)))).rejects.toThrow(/not authorized/);
    create('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: `${FUNCTION}:1`,
      Principal: 'events.amazonaws.com',
      SourceArn: rule,
    });
    await expect(world.run(invoke({}, asRule(rule)))).resolves.toBe(1);
    await expect(world.run(invoke({}, asRule(`${rule}-2`)))).rejects.toThrow(/not authorized/);
    const unqualified = { ...asRule(rule), functionArn: FUNCTION };
    await expect(world.run(invoke({}, unqualified))).rejects.toThrow(/not authorized/);
  });

  it('nobody, where the version does not exist', async () => {
    const { lambda, invoke } = setUp(() => 1);
    const functionArn = `${FUNCTION}:9`;
    await expect(world.run(invoke({}, { functionArn }))).rejects.toMatchObject({
      errorType: 'Lambda.ResourceNotFoundException',
      errorMessage: `Function not found: ${functionArn}`,
    });
    const request = { functionArn, payload: {}, as: { roleArn: INVOKER }, causes: [] };
    expect(() => lambda.enqueue(request)).toThrow(expect.objectContaining({ name: 'ResourceNotFoundException' }));
  });
});

describe('an asynchronous invocation', () => {
  it('is tried three times, after one and after two more minutes', async () => {
    const times: number[] = [];
    const { lambda } = setUp(() => {
      times.push(world.clock.now());
      throw new Error('not today');
    });
    lambda.enqueue({ functionArn: `${FUNCTION}:1`, payload: {}, as: { roleArn: INVOKER }, causes: [] });
    await world.run(world.clock.sleep(3_600_000));
    const [first = 0, second = 0, third = 0, ...more] = times;
    expect(Math.round((second - first) / 1_000)).toBe(60);
    expect(Math.round((third - second) / 1_000)).toBe(120);
    expect(more).toEqual([]);
  });

  it('F29 is tried again when its Region lives again, because Lambda keeps it', async () => {
    const times: number[] = [];
    const { lambda } = setUp(() => {
      times.push(world.clock.now());
      if (times.length === 1) throw new Error('not today');
    });
    lambda.enqueue({ functionArn: `${FUNCTION}:1`, payload: {}, as: { roleArn: INVOKER }, causes: [] });
    await world.run(world.clock.sleep(30_000));
    world.network.kill('us-east-1');
    await world.run(world.clock.sleep(600_000));
    expect(times).toHaveLength(1);
    world.network.revive('us-east-1');
    await world.run(world.clock.sleep(60_000));
    expect(times).toHaveLength(2);
  });

  it('waits for its turn where the function is busy', async () => {
    let runs = 0;
    const { lambda } = setUp(
      async (_event, _env, { clock }) => {
        await clock.sleep(10_000);
        runs++;
      },
      { ReservedConcurrentExecutions: 1 },
    );
    const request = { functionArn: `${FUNCTION}:1`, payload: {}, as: { roleArn: INVOKER }, causes: [] };
    lambda.enqueue(request);
    lambda.enqueue(request);
    await world.run(world.clock.sleep(60_000));
    expect(runs).toBe(2);
  });
});

describe('the trace of an invocation', () => {
  const puts = async (_event: unknown, _env: object, { http, aws }: Outside) => {
    const get = (url: string) => http({ method: 'GET', url, timeoutMs: 1_000 });
    const put = () =>
      aws(SSMClient, critical('us-east-1'))
        .send(new PutParameterCommand({ Name: 'x', Value: 'y' }))
        .catch(() => undefined);
    await get('one');
    await get('two');
    await put();
    await put();
    await get('three');
    await put();
  };
  const entriesOf = (type: string) => world.trace.entries.filter((entry) => entry.type === type);

  it('chains what it checked to the calls that tell of it, round by round', async () => {
    const { invoke } = setUp(puts);
    await world.run(invoke({}));
    const [invocation] = entriesOf('invoke');
    const [one, two, three] = entriesOf('check').map(({ id }) => id);
    const causes = entriesOf('call')
      .filter(({ what }) => what === 'ssm PutParameter')
      .map((entry) => entry.causes);
    expect(invocation?.causes).toEqual(['t0']);
    expect(causes).toEqual([
      [invocation?.id, one, two],
      [invocation?.id, one, two],
      [invocation?.id, three],
    ]);
  });

  it('calls it a step where a run asked for it, and hands on run and epoch', async () => {
    const { invoke, endpoint } = setUp(puts);
    await world.run(invoke({ move: { run: 'run-1', epoch: 7 } }, { run: 'run-1' }));
    expect(entriesOf('step')).toMatchObject([{ what: 'shop-observe', run: 'run-1', causes: ['t0'] }]);
    expect(endpoint.calls[0]).toMatchObject({ run: 'run-1', by: 'shop-observe', fromRegion: 'us-east-1' });
  });

  it('keeps log lines, whatever their fields are called', async () => {
    const { invoke } = setUp((_event, _env, { log }) => log({ id: 'mine', t: 5, message: 'hello' }));
    await world.run(invoke({}));
    expect(entriesOf('log')).toMatchObject([{ id: 't2', line: { id: 'mine', t: 5, message: 'hello' } }]);
  });

  it('leaves Node’s own frames out of stacks, because they tell of turns that no seed decides', async () => {
    const frames = (...more: string[]) => ['Error: no', '    at work (/code/step.js:1:2)', ...more].join('\n');
    const turn = '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)';
    const { invoke } = setUp((_event, _env, { log }) =>
      log({ stack: frames(turn, '    at async Object.handle (/l.js:3)') }),
    );
    await world.run(invoke({}));
    expect(entriesOf('log')).toMatchObject([{ line: { stack: frames('    at async Object.handle (/l.js:3)') } }]);
  });
});
