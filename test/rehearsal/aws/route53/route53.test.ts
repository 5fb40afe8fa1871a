import type { Route53 } from '../../../../rehearsal/aws/services/network';
import type { CloudWatch } from '../../../../rehearsal/aws/services/signals';
import { createCloudWatch } from '../../../../rehearsal/aws/cloudwatch/create-cloudwatch';
import { createRoute53 } from '../../../../rehearsal/aws/route53/create-route53';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';
import { createResource } from '../ask-service';

let world: DrivenWorld;
beforeEach(() => (world = createWorld(1)));
afterEach(() => world.close());

const SWITCH_REGIONS = ['us-east-1', 'us-east-2', 'us-west-2'];
const nobody = () => () => Promise.reject(new Error('no check asks an endpoint here'));
const pass = (ms: number) => world.run(world.clock.sleep(ms));

const metricCheck = (alarm: string, region: string, more: object = {}) => ({
  HealthCheckConfig: {
    Type: 'CLOUDWATCH_METRIC',
    AlarmIdentifier: { Name: alarm, Region: region },
    InsufficientDataHealthStatus: 'LastKnownStatus',
    ...more,
  },
});
const calculated = (children: readonly string[], threshold: number, more: object = {}) => ({
  HealthCheckConfig: { Type: 'CALCULATED', ChildHealthChecks: children, HealthThreshold: threshold, ...more },
});
const weighted = (set: string, weight: number, check?: string) => ({
  HostedZoneId: 'Z1',
  Name: 'www.shop.example',
  Type: 'CNAME',
  TTL: '60',
  ResourceRecords: [`${set}.shop.example`],
  SetIdentifier: set,
  Weight: weight,
  ...(check && { HealthCheckId: check }),
});

/** Switches as the stacks build them: per Region R three metric checks, of which two must be healthy. */
const switchesOf = () => {
  const cloudwatch = createCloudWatch(world, '111122223333', { emit: () => undefined });
  const route53 = createRoute53(world, cloudwatch, nobody);
  route53.adoptZone('Z1', 'shop.example');
  for (const [target, weight] of [
    ['us-east-1', 1],
    ['us-west-2', 0],
  ] as const) {
    const children = SWITCH_REGIONS.map((region) => {
      createSwitchAlarm(cloudwatch, region, target);
      return createResource(route53, 'AWS::Route53::HealthCheck', metricCheck(`on-${target}`, region)).ref;
    });
    const check = createResource(route53, 'AWS::Route53::HealthCheck', calculated(children, 2)).ref;
    createResource(route53, 'AWS::Route53::RecordSet', weighted(target, weight, check));
  }
  return { cloudwatch, route53 };
};

const createSwitchAlarm = (cloudwatch: CloudWatch, region: string, target: string) =>
  createResource(
    cloudwatch,
    'AWS::CloudWatch::Alarm',
    {
      AlarmName: `on-${target}`,
      Namespace: 'Understudy',
      MetricName: 'TrafficOn',
      Dimensions: [{ Name: 'Region', Value: target }],
      Statistic: 'Minimum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
    },
    { region },
  );

/** Publishes the traffic map in every living switch Region each 20 s, as `hold-switch` does. */
const publish = async (cloudwatch: CloudWatch, on: string, minutes: number) => {
  for (let i = 0; i < minutes * 3; i++) {
    for (const region of SWITCH_REGIONS) {
      for (const target of ['us-east-1', 'us-west-2']) {
        cloudwatch.put(
          region,
          {
            namespace: 'Understudy',
            name: 'TrafficOn',
            dimensions: { Region: target },
            value: target === on ? 1 : 0,
            resolutionSeconds: 60,
          },
          [],
        );
      }
    }
    await pass(20_000);
  }
};

const answers = (route53: Route53, times = 50) =>
  new Set(
    Array.from({ length: times }, () => route53.answer('www.shop.example', 'CNAME').map(({ value }) => value)).flat(),
  );

describe('the switch of 2 out of 3 Regions', () => {
  it('moves traffic when the map says so in all three', async () => {
    const { cloudwatch, route53 } = switchesOf();
    await publish(cloudwatch, 'us-east-1', 5);
    expect(answers(route53)).toEqual(new Set(['us-east-1.shop.example']));
    await publish(cloudwatch, 'us-west-2', 5);
    expect(answers(route53)).toEqual(new Set(['us-west-2.shop.example']));
  });

  it.each(SWITCH_REGIONS)('S23 moves traffic there and back while %s is dead', async (dead) => {
    const { cloudwatch, route53 } = switchesOf();
    await publish(cloudwatch, 'us-east-1', 5);
    world.network.kill(dead);
    await publish(cloudwatch, 'us-west-2', 5);
    expect(answers(route53)).toEqual(new Set(['us-west-2.shop.example']));
    await publish(cloudwatch, 'us-east-1', 5);
    expect(answers(route53)).toEqual(new Set(['us-east-1.shop.example']));
  });

  it.each(SWITCH_REGIONS)(
    'S23 changes nothing by itself when %s dies and nothing is published any more',
    async (dead) => {
      const { cloudwatch, route53 } = switchesOf();
      await publish(cloudwatch, 'us-west-2', 5);
      world.network.kill(dead);
      await pass(3_600_000);
      expect(answers(route53)).toEqual(new Set(['us-west-2.shop.example']));
    },
  );

  it('traces each flip with the data points that made it', async () => {
    const { cloudwatch } = switchesOf();
    await publish(cloudwatch, 'us-east-1', 5);
    const flips = world.trace.entries.filter(({ type }) => ['traffic', 'health'].includes(type));
    expect(flips).toHaveLength(4);
    const metrics = new Set(world.trace.entries.filter(({ type }) => type === 'metric').map(({ id }) => id));
    expect(flips[0]?.what).toMatch(/of on-us-west-2 in us-\w+-\d turned unhealthy$/);
    expect(flips[0]?.causes.length).toBeGreaterThan(0);
    expect(flips[0]?.causes.every((id) => metrics.has(id))).toBe(true);
    const switched = flips.find(({ what }) => what.includes('(2 of 3)'));
    expect(flips.map(({ id }) => id)).toContain(switched?.causes[0]);
  });
});

describe('a health check of a metric', () => {
  /** A check whose alarm says what the test wants. */
  const checkOf = (more: object, judged: ReturnType<CloudWatch['judge']>) => {
    const says = { judged };
    const route53 = createRoute53(world, { judge: () => says.judged, judgedBy: () => [] }, nobody);
    route53.adoptZone('Z1', 'shop.example');
    const check = createResource(route53, 'AWS::Route53::HealthCheck', metricCheck('a', 'us-east-1', more)).ref;
    createResource(route53, 'AWS::Route53::RecordSet', weighted('watched', 1, check));
    createResource(route53, 'AWS::Route53::RecordSet', weighted('other', 0));
    return { says, healthy: () => route53.answer('www.shop.example', 'CNAME')[0]?.value === 'watched.shop.example' };
  };

  it.each<[string, ReturnType<CloudWatch['judge']>, object, boolean]>([
    ['OK', 'OK', {}, true],
    ['ALARM', 'ALARM', {}, false],
    ['OK, inverted', 'OK', { Inverted: true }, false],
    ['ALARM, inverted', 'ALARM', { Inverted: true }, true],
    ['no data, never any before', 'INSUFFICIENT_DATA', {}, true],
    ['no data as Healthy', 'INSUFFICIENT_DATA', { InsufficientDataHealthStatus: 'Healthy' }, true],
    ['no data as Unhealthy', 'INSUFFICIENT_DATA', { InsufficientDataHealthStatus: 'Unhealthy' }, false],
  ])('reads %s', async (_, judged, more, healthy) => {
    const check = checkOf(more, judged);
    expect(check.healthy()).toBe(true);
    await pass(60_000);
    expect(check.healthy()).toBe(healthy);
  });

  it('keeps its last known status without data', async () => {
    const check = checkOf({}, 'ALARM');
    await pass(60_000);
    check.says.judged = 'INSUFFICIENT_DATA';
    await pass(600_000);
    expect(check.healthy()).toBe(false);
  });

  it('S3 takes a Region that is dead, or cut off in either direction, for insufficient data', async () => {
    for (const [lose, find] of [
      [() => world.network.kill('us-east-1'), () => world.network.revive('us-east-1')],
      [() => world.network.cut('internet', 'us-east-1'), () => world.network.mend('internet', 'us-east-1')],
      [() => world.network.cut('us-east-1', 'internet'), () => world.network.mend('us-east-1', 'internet')],
    ] as const) {
      const check = checkOf({}, 'OK');
      await pass(60_000);
      lose();
      check.says.judged = 'ALARM';
      await pass(60_000);
      expect(check.healthy()).toBe(true);
      find();
      await pass(60_000);
      expect(check.healthy()).toBe(false);
    }
  });

  it('cannot be made for an alarm that does not exist', () => {
    expect(() => checkOf({}, undefined)).toThrow(expect.objectContaining({ name: 'InvalidInput' }));
  });
});

describe('a calculated health check', () => {
  const route53Of = () => createRoute53(world, { judge: () => 'OK', judgedBy: () => [] }, nobody);

  it('cannot watch another calculated check, nor one that does not exist', () => {
    const route53 = route53Of();
    const child = createResource(route53, 'AWS::Route53::HealthCheck', metricCheck('a', 'us-east-1')).ref;
    const parent = createResource(route53, 'AWS::Route53::HealthCheck', calculated([child], 1)).ref;
    for (const id of [parent, 'nobody']) {
      expect(() => createResource(route53, 'AWS::Route53::HealthCheck', calculated([id], 1))).toThrow(
        expect.objectContaining({ name: 'InvalidInput', message: expect.stringContaining(id) }),
      );
    }
  });

  it.each([
    [0, {}, true],
    [1, {}, true],
    [2, {}, false],
    [1, { Inverted: true }, false],
  ])('with threshold %d of one healthy child and %j is healthy: %s', (threshold, more, healthy) => {
    const route53 = route53Of();
    route53.adoptZone('Z1', 'shop.example');
    const child = createResource(route53, 'AWS::Route53::HealthCheck', metricCheck('a', 'us-east-1')).ref;
    const parent = createResource(route53, 'AWS::Route53::HealthCheck', calculated([child], threshold, more)).ref;
    createResource(route53, 'AWS::Route53::RecordSet', weighted('watched', 1, parent));
    createResource(route53, 'AWS::Route53::RecordSet', weighted('other', 0));
    expect(answers(route53)).toEqual(new Set([healthy ? 'watched.shop.example' : 'other.shop.example']));
  });

  it('is, beside those of metrics and of pages, all that is simulated', () => {
    const endpoint = { HealthCheckConfig: { Type: 'TCP', FullyQualifiedDomainName: 'shop.example' } };
    expect(() => createResource(route53Of(), 'AWS::Route53::HealthCheck', endpoint)).toThrow(
      /CLOUDWATCH_METRIC, CALCULATED, HTTP and HTTPS/,
    );
  });
});

describe('records', () => {
  const zoneOf = () => {
    const route53 = createRoute53(world, { judge: () => 'OK', judgedBy: () => [] }, nobody);
    route53.adoptZone('Z1', 'shop.example');
    return route53;
  };
  const unhealthy = (route53: Route53) => createResource(route53, 'AWS::Route53::HealthCheck', calculated([], 1)).ref;

  it('are answered with their TTL, whatever the case and the last dot of the name', () => {
    const route53 = zoneOf();
    createResource(route53, 'AWS::Route53::RecordSet', weighted('one', 1));
    expect(route53.answer('WWW.shop.example.', 'CNAME')).toEqual([{ value: 'one.shop.example', ttlSeconds: 60 }]);
    expect(route53.answer('www.shop.example', 'A')).toEqual([]);
    expect(route53.answer('other.shop.example', 'CNAME')).toEqual([]);
  });

  it('are drawn by weight', () => {
    const route53 = zoneOf();
    createResource(route53, 'AWS::Route53::RecordSet', weighted('one', 1));
    createResource(route53, 'AWS::Route53::RecordSet', weighted('three', 3));
    const drawn = Array.from({ length: 2_000 }, () => route53.answer('www.shop.example', 'CNAME')[0]?.value);
    const share = drawn.filter((value) => value === 'three.shop.example').length / drawn.length;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.8);
  });

  it('of weight 0 are used only when every other is unhealthy', () => {
    const route53 = zoneOf();
    const bad = unhealthy(route53);
    createResource(route53, 'AWS::Route53::RecordSet', weighted('preferred', 1, bad));
    createResource(route53, 'AWS::Route53::RecordSet', weighted('second', 1));
    createResource(route53, 'AWS::Route53::RecordSet', weighted('standby', 0));
    expect(answers(route53)).toEqual(new Set(['second.shop.example']));
  });

  it('S24 are answered as if all were healthy when none is: so nothing may rely on that', () => {
    const route53 = zoneOf();
    const bad = unhealthy(route53);
    createResource(route53, 'AWS::Route53::RecordSet', weighted('preferred', 1, bad));
    createResource(route53, 'AWS::Route53::RecordSet', weighted('standby', 0, bad));
    expect(answers(route53)).toEqual(new Set(['preferred.shop.example']));
  });

  it('of weight 0 alone share the queries', () => {
    const route53 = zoneOf();
    createResource(route53, 'AWS::Route53::RecordSet', weighted('one', 0));
    createResource(route53, 'AWS::Route53::RecordSet', weighted('two', 0));
    expect(answers(route53)).toEqual(new Set(['one.shop.example', 'two.shop.example']));
  });

  it('without a set are answered with all their values', () => {
    const route53 = zoneOf();
    const simple = {
      HostedZoneId: 'Z1',
      Name: 'a.shop.example',
      Type: 'A',
      TTL: '5',
      ResourceRecords: ['192.0.2.1', '192.0.2.2'],
    };
    createResource(route53, 'AWS::Route53::RecordSet', simple);
    expect(route53.answer('a.shop.example', 'A').map(({ value }) => value)).toEqual(['192.0.2.1', '192.0.2.2']);
  });

  it.each<[string, object, string, RegExp]>([
    ['of an unknown zone', { ...weighted('b', 1), HostedZoneId: 'Z2' }, 'NoSuchHostedZone', /Z2/],
    ['behind an unknown check', weighted('b', 1, 'nobody'), 'NoSuchHealthCheck', /nobody/],
    ['that exist already', weighted('a', 9), 'InvalidChangeBatch', /set-identifier='a'\] but it already exists/],
    [
      'outside their zone',
      { ...weighted('b', 1), Name: 'www.other.example' },
      'InvalidChangeBatch',
      /not permitted in zone/,
    ],
    ['that are a CNAME at the apex', { ...weighted('b', 1), Name: 'shop.example' }, 'InvalidChangeBatch', /apex/],
    ['with a set but no weight', { ...weighted('b', 1), Weight: undefined }, 'InvalidChangeBatch', /together/],
    [
      'that are simple beside weighted ones',
      { ...weighted('b', 1), SetIdentifier: undefined, Weight: undefined },
      'InvalidChangeBatch',
      /both/,
    ],
    ['of another type beside a CNAME', { ...weighted('a', 1), Type: 'A' }, 'InvalidChangeBatch', /stand alone/],
    ['that are aliases', { ...weighted('b', 1), AliasTarget: {} }, 'ZodError', /AliasTarget/],
  ])('are refused %s', (_, record, name, message) => {
    const route53 = zoneOf();
    createResource(route53, 'AWS::Route53::RecordSet', weighted('a', 1));
    expect(() => createResource(route53, 'AWS::Route53::RecordSet', record)).toThrow(
      expect.objectContaining({ name, message: expect.stringMatching(message) }),
    );
  });
});
