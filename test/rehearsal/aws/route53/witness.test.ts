import { HttpFault, type HttpRequest } from '../../../../lambdas/http';
import { createRoute53 } from '../../../../rehearsal/aws/route53/create-route53';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createResource } from '../ask-service';

let world: DrivenWorld;
let status: number | 'silent';
let asked: HttpRequest[];
beforeEach(() => {
  world = createWorld(1);
  status = 200;
  asked = [];
});
afterEach(() => world.close());

const pass = (seconds: number) => world.run(world.clock.sleep(seconds * 1000));
const http = () => (request: HttpRequest) => {
  asked.push(request);
  if (status === 'silent') return Promise.reject(new HttpFault('nobody answers'));
  return Promise.resolve({ status, body: '' });
};
const record = (failover: 'PRIMARY' | 'SECONDARY', more: object = {}) => ({
  HostedZoneId: 'Z1',
  Name: 'us-east-1.witness.shop.example',
  Type: 'TXT',
  TTL: '10',
  ResourceRecords: [failover === 'PRIMARY' ? '"up"' : '"down"'],
  SetIdentifier: failover,
  Failover: failover,
  ...more,
});

const open = () => {
  const route53 = createRoute53(world, { judge: () => 'OK', judgedBy: () => [] }, http);
  route53.adoptZone('Z1', 'shop.example');
  const check = createResource(route53, 'AWS::Route53::HealthCheck', {
    HealthCheckConfig: {
      Type: 'HTTPS',
      FullyQualifiedDomainName: 'us-east-1.shop.example',
      Port: 443,
      ResourcePath: '/healthz',
      EnableSNI: true,
      RequestInterval: 10,
      FailureThreshold: 3,
    },
  }).ref;
  const add = (properties: object) => createResource(route53, 'AWS::Route53::RecordSet', properties);
  const says = () => route53.answer('us-east-1.witness.shop.example', 'TXT').map(({ value }) => value);
  return { check, add, says };
};
const openPair = () => {
  const { check, add, says } = open();
  add(record('PRIMARY', { HealthCheckId: check }));
  add(record('SECONDARY'));
  return { add, says };
};

it('asks the endpoint every 10 s, and answers the primary while it is healthy', async () => {
  const { says } = openPair();
  await pass(60);
  expect(asked).toHaveLength(6);
  expect(asked[0]).toEqual({ method: 'GET', url: 'https://us-east-1.shop.example:443/healthz', timeoutMs: 6_000 });
  expect(says()).toEqual(['"up"']);
});

it.each(['silent', 500, 404] as const)(
  'turns after three bad looks in a row and then the way to the name servers: %s',
  async (bad) => {
    const { says } = openPair();
    await pass(10);
    status = bad;
    await pass(20);
    expect(says()).toEqual(['"up"']);
    await pass(30);
    expect(says()).toEqual(['"down"']);
    status = 301;
    await pass(50);
    expect(says()).toEqual(['"up"']);
  },
);

it('does not turn for two bad looks', async () => {
  const { says } = openPair();
  await pass(10);
  status = 'silent';
  await pass(20);
  status = 200;
  await pass(60);
  expect(says()).toEqual(['"up"']);
});

it('answers the primary when both of the pair are unhealthy', async () => {
  const { check, add, says } = open();
  add(record('SECONDARY', { HealthCheckId: check }));
  add(record('PRIMARY', { HealthCheckId: check }));
  status = 'silent';
  await pass(60);
  expect(says()).toEqual(['"up"']);
});

it.each([
  [{ SetIdentifier: 'other', Weight: 1 }, 'cannot be both failover and weighted and failover at once'],
  [{ SetIdentifier: 'other' }, 'already has a failover record PRIMARY'],
  [{ SetIdentifier: undefined }, 'SetIdentifier must be given together with either Weight or Failover'],
  [{ SetIdentifier: 'other', Failover: undefined, Weight: 1 }, 'cannot be both failover and weighted'],
])('refuses what Route 53 refuses beside a pair: %j', (more, why) => {
  const { add } = openPair();
  expect(() => add(record('PRIMARY', more))).toThrow(why);
});
