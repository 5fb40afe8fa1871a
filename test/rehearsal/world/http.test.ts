import type { HttpRequest } from '../../../lambdas/http';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { simulatedDns } from '../../../rehearsal/world/dns';
import { simulatedHttp } from '../../../rehearsal/world/http';
import { createSlack } from '../../../rehearsal/world/slack';
import { EAST, openShop, WEST } from './shop';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const THIRD_PARTY = 'https://pages.example/';

const get = (host: string): HttpRequest => ({ method: 'GET', url: `https://${host}/healthz`, timeoutMs: 4_000 });

const connect = () => {
  const shop = openShop(world);
  const slack = createSlack(world.clock.now);
  const dns = simulatedDns(world, shop.route53);
  const noted: string[] = [];
  const send = async (from: string, request: HttpRequest) => {
    const cause = world.trace.add({ type: 'run', region: from, what: 'a function', causes: [] });
    const http = simulatedHttp(world, { application: shop.application, slack, dns, references: [THIRD_PARTY] });
    const began = world.clock.now();
    const result = await world.run(
      http(
        from,
        (id) => noted.push(id),
        () => [cause],
      )(request).catch((fault: Error) => fault),
    );
    return { result, ms: world.clock.now() - began, cause };
  };
  return { ...shop, slack, dns, send, noted };
};

describe('HTTP', () => {
  it('F10 waits longer for the application of a slow Region, and not for what else is there', async () => {
    const { send } = connect();
    world.faults.answersLaterMs = (region) => (region === WEST ? 5_000 : 0);
    expect((await send(EAST, get('us-west-2.shop.example'))).result).toBeInstanceOf(Error);
    expect((await send(EAST, get('us-east-1.shop.example'))).result).toMatchObject({ status: 200 });
    expect((await send(EAST, get('dynamodb.us-west-2.amazonaws.com'))).result).toMatchObject({ status: 200 });
  });

  it('reaches third parties over the internet and the endpoints of AWS in their Regions, unless the way there is cut', async () => {
    const { send } = connect();
    const [page, endpoint] = ['pages.example', 'dynamodb.us-west-2.amazonaws.com'];
    for (const host of [page, endpoint]) expect((await send(WEST, get(host))).result).toMatchObject({ status: 200 });
    world.network.cut(WEST, '*');
    expect((await send(WEST, get(page))).result).toBeInstanceOf(Error);
    expect((await send(WEST, get(endpoint))).result).toMatchObject({ status: 200 });
    world.network.kill(WEST);
    expect((await send(EAST, get(endpoint))).result).toBeInstanceOf(Error);
  });

  it("reaches a Region's host, and traces the request with its cause", async () => {
    const { send, noted } = connect();
    const { result, ms, cause } = await send('us-east-2', get('us-east-1.shop.example'));
    expect(result).toEqual({ status: 200, body: 'ok' });
    expect(ms).toBeLessThan(200);
    expect(world.trace.entries.filter(({ id }) => noted.includes(id))).toMatchObject([
      { type: 'check', region: 'us-east-2', what: 'GET https://us-east-1.shop.example/healthz → 200', causes: [cause] },
    ]);
  });

  it('costs the caller of a dead Region the whole time-out', async () => {
    const { send, noted } = connect();
    world.network.kill(EAST);
    const { result, ms } = await send(WEST, get('us-east-1.shop.example'));
    expect(result).toMatchObject({
      name: 'HttpFault',
      message: 'GET us-east-1.shop.example: no answer within 4000 ms',
    });
    expect(ms).toBe(4_000);
    expect(world.trace.entries.find(({ id }) => id === noted[0])?.what).toContain('no answer within 4000 ms');
  });

  it.each([
    ['makes a request take effect although its answer is lost', [EAST, WEST], 1],
    ['makes no request take effect that does not arrive', [WEST, EAST], 0],
  ] as const)('%s', async (_, [from, to], rows) => {
    const { send, openGate, rds } = connect();
    openGate(EAST, 1);
    await world.run(world.clock.sleep(6_000));
    world.network.cut(from, to);
    const canary = { method: 'POST', url: 'https://us-east-1.shop.example/canary', body: '{"canary":"x"}' } as const;
    const { result } = await send(WEST, { ...canary, timeoutMs: 4_000 });
    expect(result).toMatchObject({ name: 'HttpFault' });
    expect(rds.rows('webshop-orders', EAST)).toHaveLength(rows);
  });

  it('times out where the answer would come too late', async () => {
    const { send } = connect();
    const { result, ms } = await send(WEST, { ...get('us-east-1.shop.example'), timeoutMs: 5 });
    expect(result).toMatchObject({ name: 'HttpFault' });
    expect(ms).toBe(5);
  });

  it('follows a public name to the Region where DNS sends it', async () => {
    const { send } = connect();
    const { result } = await send(WEST, get('www.shop.example'));
    expect(result).toEqual({ status: 200, body: 'ok' });
  });

  it('says so where a name leads nowhere', async () => {
    const { send } = connect();
    const { result } = await send(WEST, get('else.example'));
    expect(result).toMatchObject({ name: 'HttpFault', message: 'GET else.example: the name leads nowhere' });
  });
});

describe('Slack', () => {
  const post = (url: string, body: string): HttpRequest => ({ method: 'POST', url, body, timeoutMs: 3_000 });

  it('takes messages at its webhook, whose address is not in the trace', async () => {
    const { send, slack } = connect();
    expect((await send(WEST, post(slack.webhook, '{"text":"moved"}'))).result).toEqual({ status: 200, body: 'ok' });
    expect(slack.messages).toMatchObject([{ text: 'moved' }]);
    expect(world.trace.entries.at(-1)).toMatchObject({ type: 'notice', what: 'POST hooks.slack.example → 200' });
  });

  it('refuses another address and what is no message', async () => {
    const { send, slack } = connect();
    expect((await send(WEST, post('https://hooks.slack.example/else', '{}'))).result).toMatchObject({ status: 404 });
    for (const body of ['', '{}', '[]', '{"text":1}']) {
      expect((await send(WEST, post(slack.webhook, body))).result).toMatchObject({ status: 400 });
    }
    expect(slack.messages).toEqual([]);
  });

  it('is silent to a Region that the internet does not reach', async () => {
    const { send, slack } = connect();
    world.network.cut('internet', WEST);
    expect((await send(WEST, post(slack.webhook, '{"text":"moved"}'))).ms).toBe(3_000);
  });
});
