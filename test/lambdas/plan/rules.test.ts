import { complaints, quickstartText, spoilt } from './spoilt';

const line = (of: string): string => {
  const found = quickstartText.split('\n').find((text) => text.includes(of));
  if (found === undefined) throw new Error(`the quick start has no line with "${of}"`);
  return found;
};

/** The only complaint about a plan. */
const complaint = (text: string): string => {
  const found = complaints(text);
  expect(found).toHaveLength(1);
  return String(found[0]);
};

it('has nothing to say against the quick start', () => expect(complaints(quickstartText)).toEqual([]));

describe('names', () => {
  it.each([
    ['name: order,', 'name: home,', 'checks[1].name: "home" is here a second time'],
    ['name: web,', 'name: orders,', 'resources[2].name: "orders" is here a second time'],
  ])('are distinct, because evidence knows things by them: %s → %s', (from, to, says) => {
    expect(complaint(spoilt(from, to))).toContain(says);
  });

  it('of Regions are distinct too', () => {
    const [first] = complaints(spoilt('us-west-2, share: 0', 'us-east-1, share: 0'));
    expect(first).toContain('regions[1].name: "us-east-1" is here a second time');
  });

  it.each([
    '  - { kind: ecs-service, name: twin, cluster: webshop, service: web, tasks: 1 }',
    '  - { kind: gate-parameter, name: twin, parameter: /understudy/webshop/gate }',
    "  - { kind: route53-records, name: twin, zone: Z0123456789EXAMPLE, record: www.shop.example, value: '{region}.x' }",
  ])('do not hide that two resources are one thing in AWS: %s', (twin) => {
    expect(complaint(spoilt('resources:', `resources:\n${twin}`))).toContain('"twin"; allowed: each thing in AWS once');
  });
});

describe('traffic', () => {
  it('goes to the first Region alone, because that is the preferred one', () => {
    expect(complaint(spoilt('share: 100', 'share: 60'))).toContain('us-east-1 gets 60 % of the traffic');
    expect(complaint(spoilt('share: 0', 'share: 40'))).toContain('us-west-2 gets 40 % of the traffic');
  });

  it('needs a second Region to go to', () => {
    const alone = spoilt(`${line('us-west-2, share')}\n`, '').replace(', us-west-2: webshop-orders-usw2', '');
    expect(complaint(alone)).toContain('regions: 1 Regions leave nowhere to go');
  });
});

describe('S9 the authority', () => {
  const regions = (written: string) =>
    complaints(spoilt('regions: [us-east-1, us-east-2, us-west-2]', `regions: [${written}]`));

  it.each(['us-east-1, us-east-2', 'us-east-1, us-east-2, eu-west-1', 'us-east-1, us-east-2, us-west-1', ''])(
    'cannot be in [%s], where no strongly consistent table exists',
    (written) => expect(regions(written).join()).toContain('cannot hold one strongly consistent DynamoDB table (S9)'),
  );

  it.each(['eu-west-1, eu-west-3, eu-central-1', 'ap-northeast-1, ap-northeast-2, ap-northeast-3'])(
    'can be in [%s]',
    (written) => expect(regions(written)).toEqual([]),
  );

  it('can be one arbiter, with three switches that are named', () => {
    expect(regions('eu-west-1]\n  switches: [us-east-1, us-west-2, eu-west-1')).toEqual([]);
  });

  it('is not lost with a Region that a failover has to leave: an arbiter runs no application', () => {
    expect(regions('us-west-2]\n  switches: [us-east-1, us-west-2, eu-west-1').join()).toContain(
      'authority.regions[0]: us-west-2 runs the application, so its loss would take the only table',
    );
  });
});

describe('traffic switches', () => {
  const authority = (written: string) =>
    complaint(spoilt('  regions: [us-east-1, us-east-2, us-west-2]', `  regions: ${written.replace('], ', ']\n  ')}`));

  it('are three, because users follow two of three', () => {
    const four = '[us-east-1, us-east-2, us-west-2], switches: [us-east-1, us-east-2, us-west-2, eu-west-1]';
    expect(authority(four)).toContain('authority.switches: 4 switch Regions: users follow two of three');
  });

  it('are named where an arbiter decides, and the message proposes some', () => {
    expect(authority('[eu-west-1]')).toMatch(
      /authority\.switches: missing: .*\(S23\); .*fix: write \[us-east-1, us-west-2, eu-west-1\]$/,
    );
  });

  it('are three different Regions', () => {
    const twice = '[us-east-1, us-east-2, us-west-2], switches: [us-east-1, us-east-1, us-west-2]';
    expect(authority(twice)).toContain('authority.switches[1]: "us-east-1" is here a second time');
  });
});

it('a certificate is asked of a host that speaks TLS', () => {
  const plain = "checks:\n  - { name: tls, kind: certificate, url: 'http://{region}.shop.example' }";
  expect(complaint(spoilt('checks:', plain))).toContain(
    'checks[0].url: "http://{region}.shop.example" shows no certificate; ' +
      'allowed: an address that begins with https://; fix: write https://{region}.shop.example',
  );
});

it('S1 one observer is outside of the suspect and the target', () => {
  const everywhere = spoilt('share: 0 }', 'share: 0 }\n  - { name: us-east-2, share: 0 }').replace(
    'us-west-2: webshop-orders-usw2',
    'us-west-2: webshop-orders-usw2, us-east-2: webshop-orders-use2',
  );
  expect(complaint(everywhere)).toContain('no observer is outside of the suspect and the target (S1)');
});

describe('S11 the lease', () => {
  const lease = (written: string) => complaints(spoilt('{ ttl: 120s, renew: 15s, margin: 40s }', `{ ${written} }`));

  it('has a margin of a transaction, the skew of two clocks and the longest pause: 40 s', () => {
    expect(lease('ttl: 120s, renew: 15s, margin: 40s')).toEqual([]);
    expect(lease('ttl: 120s, renew: 15s, margin: 39s').join()).toContain(
      'allowed: at least 40s = 5s transaction + 5s clock skew + 30s pause',
    );
  });

  it('outlives a late start and a lost renewal of hold-gate: 81 s by default', () => {
    expect(lease('ttl: 81s, renew: 15s, margin: 40s')).toEqual([]);
    expect(lease('ttl: 80s, renew: 15s, margin: 40s').join()).toContain(
      'allowed: more than 80s = 10s late start + 2 × 15s renew + 40s margin',
    );
  });
});

describe('objectives', () => {
  it('leave time to wait for the votes, the lease and the resolvers: more than 270 s here', () => {
    expect(complaints(spoilt('rto: 15m', 'rto: 271s'))).toEqual([]);
    expect(complaint(spoilt('rto: 15m', 'rto: 270s'))).toContain(
      'allowed: more than 270s = 90s sustained + 120s lease + 60s record ttl',
    );
  });
});

describe('addresses', () => {
  it.each([
    ["'https://{region}.shop.example/healthz'", 'https://shop.example/healthz', 'checks[0].url'],
    ["value: '{region}.shop.example'", 'value: shop.example', 'resources[3].value'],
  ])('differ by Region: %s', (from, to, path) => {
    expect(complaint(spoilt(from, to))).toContain(`${path}: "`);
    expect(complaint(spoilt(from, to))).toContain('is the same in every Region');
  });
});

describe('an Aurora global database', () => {
  it('has a cluster in every Region of the plan', () => {
    expect(complaint(spoilt(', us-west-2: webshop-orders-usw2', ''))).toContain(
      'resources[1].clusters: no cluster in us-west-2',
    );
  });

  it('has none elsewhere, and a typing error is guessed', () => {
    const [missing, strange] = complaints(spoilt('us-west-2: webshop', 'us-west2: webshop'));
    expect(missing).toContain('no cluster in us-west-2');
    expect(strange).toContain('resources[1].clusters.us-west2: "us-west2" is no Region of the plan');
    expect(strange).toContain('did you mean "us-west-2"?');
  });
});

describe('what may happen by itself', () => {
  const withoutGate = spoilt(line('kind: gate-parameter'), '');

  it('S14 is a move only behind a gate that closes by itself, because of split brain', () => {
    expect(complaint(withoutGate)).toContain('automation.mode: automatic without a gate that closes by itself');
    expect(complaints(withoutGate.replace('mode: automatic', 'mode: approve'))).toEqual([]);
  });

  it('S14 is a move without such a gate where the plan says in a sentence why two Regions may write', () => {
    const accepting = (reason: string) =>
      complaints(withoutGate.replace('mode: automatic', `mode: automatic, acceptSplitBrainRisk: ${reason}`));
    expect(accepting('both sides are merged each night')).toEqual([]);
    for (const noReason of ['"yes"', '""', '"  "']) {
      expect(accepting(noReason).join()).toContain('automation.acceptSplitBrainRisk');
    }
  });

  it('S14 is no move behind a fence that somebody must close: it needs the help of the Region that is lost', () => {
    const fence = '  - { kind: fence-ecs, name: stop-workers, cluster: webshop, service: worker }';
    expect(complaint(withoutGate.replace('resources:', `resources:\n${fence}`))).toContain('automatic without a gate');
  });

  it.each(['automatic', 'approve'])(
    'S16 in mode %s needs a canary, which proves the target before traffic moves',
    (mode) => {
      const text = spoilt(line('kind: canary'), '').replace('mode: automatic', `mode: ${mode}`);
      expect(complaint(text)).toContain(`mode ${mode} without a canary`);
      expect(complaints(text.replace(`mode: ${mode}`, 'mode: observe'))).toEqual([]);
    },
  );

  it('S28 is told to somebody, who can help when it stops', () => {
    const silent = spoilt('{ sns: true, slack: { secret: understudy/webshop/slack } }', '{ sns: false }');
    expect(complaint(silent)).toContain('mode automatic and nobody is told');
    expect(complaints(silent.replace('mode: automatic', 'mode: observe'))).toEqual([]);
  });

  it('S6 is judged by a check that a standby can answer too', () => {
    expect(complaint(spoilt(line('kind: http'), ''))).toContain('no check can judge a standby Region');
  });
});

describe('backups', () => {
  it.each([
    ['resource: orders, every', 'resource: order, every', 'backups[0].resource: "order" is no database of the plan'],
    ['every: 6h', 'every: 5h', 'backups[0].every: 18000 s does not divide the day into hours; allowed: 1h'],
    ['every: 6h', 'every: 90m', 'backups[0].every: 5400 s does not divide the day'],
    ['keep: 14d', 'keep: 6h', 'backups[0].keep: 21600 s keeps only the newest recovery point'],
    ['copyTo: us-west-2', 'copyTo: us-east-1', 'backups[0].copyTo: "us-east-1" is no Region of the plan besides'],
  ])('can be made: %s → %s', (from, to, says) => {
    expect(complaint(spoilt(from, to))).toContain(says);
  });

  it('are one for each database', () => {
    const twin = '  - { resource: orders, every: 6h, copyTo: us-west-2, keep: 14d }';
    expect(complaint(spoilt('backups:', `backups:\n${twin}`))).toContain('"orders" is here a second time');
  });
});

describe('freezes', () => {
  const frozen = (from: string, until: string) =>
    spoilt('maxPerDay: 2 }', `maxPerDay: 2, freezes: [{ from: '${from}', until: '${until}', because: year end }] }`);

  it('end after they begin, because others would never hold anything', () => {
    expect(complaints(frozen('2026-12-23T12:00:00Z', '2026-12-28T06:00:00Z'))).toEqual([]);
    expect(complaint(frozen('2026-12-28T06:00:00Z', '2026-12-23T12:00:00Z'))).toContain(
      'automation.freezes[0].until: 2026-12-23T12:00:00Z is not after 2026-12-28T06:00:00Z',
    );
  });
});

describe('fences', () => {
  const fenced = (fence: string) => complaints(spoilt('resources:', `resources:\n  - ${fence}`));

  it('S15 spare what answers the checks, because a fenced Region could not show that it is back', () => {
    expect(fenced('{ kind: fence-ecs, name: stop, cluster: webshop, service: worker }')).toEqual([]);
    expect(fenced('{ kind: fence-ecs, name: stop, cluster: webshop, service: web }').join()).toContain(
      'resources[0].service: "web" answers the checks as "web"',
    );
  });

  it('of subnets know every Region, because any of them may be lost', () => {
    const acl = (regions: string) =>
      `{ kind: fence-network-acl, name: cut, subnets: { us-east-1: [subnet-0a1b2c3d], us-west-2: [subnet-0a1b2c3e] }, ` +
      `open: { us-east-1: acl-0a1b2c3d, us-west-2: acl-0a1b2c3e }, denied: { ${regions} } }`;
    expect(fenced(acl('us-east-1: acl-0f1e2d3c, us-west-2: acl-0f1e2d3d'))).toEqual([]);
    expect(fenced(acl('us-east-1: acl-0f1e2d3c')).join()).toContain('resources[0].denied: nothing for us-west-2');
    expect(fenced(acl('us-east-1: acl-0f1e2d3c, us-west-2: acl-0f1e2d3d, eu-west-1: acl-0f1e2d3e')).join()).toContain(
      '"eu-west-1" is no Region of the plan',
    );
  });
});

describe('signals', () => {
  const signalled = (signal: string) => `${quickstartText}\nsignals: [${signal}]\n`;
  const alarm = '{ alarm: shop, in: eu-west-1, lost: us-east-1 }';
  const healthCheck = '{ healthCheck: 0f3c9a52-7c1e-4d0b-9a53-5a0c3d1b7e01, lost: us-east-1 }';

  it('are alarms in any Region, and health checks', () => {
    expect(complaints(signalled(`${alarm}, ${healthCheck}`))).toEqual([]);
  });

  it.each([
    [
      '{ alarm: shop, in: eu-west-1, lost: eu-west-1 }',
      '[0].lost: "eu-west-1" does not run the application; allowed: us-',
    ],
    ['{ alarm: shop, in: eu-west-x, lost: us-east-1 }', '[0].in: "eu-west-x" does not fit'],
    ['{ alarm: shop, lost: us-east-1 }', '[0]: it must be known which alarm is meant; allowed: either `alarm`'],
    ['{ in: eu-west-1, lost: us-east-1 }', '[0]: it must be known which alarm is meant'],
    [alarm.replace(' }', ', healthCheck: 0f3c9a52-7c1e-4d0b-9a53-5a0c3d1b7e01 }'), '[0]: it must be known which alarm'],
    [`${alarm}, ${alarm.replace('us-east-1', 'us-west-2')}`, '[1]: "shop in eu-west-1" is here a second time'],
  ])('say which alarm suspects which Region: %s', (signal, says) => {
    expect(complaint(signalled(signal))).toContain(`signals${says}`);
  });

  it('S8 cannot say that missing data is a loss: there is no such field', () => {
    expect(complaint(signalled(healthCheck.replace(' }', ', missing: breaching }')))).toContain(
      'signals[0].missing: no such field; allowed: alarm, in, healthCheck, lost',
    );
  });
});

describe('a witness', () => {
  const witnessed = (record: string, text = quickstartText) =>
    `${text}\nwitness: { zone: Z0123456789EXAMPLE, record: ${record} }\n`;

  it('has names of its own', () => {
    expect(complaints(witnessed('witness.shop.example'))).toEqual([]);
    expect(complaint(witnessed('shop.example'))).toContain(
      'witness.record: "{region}.shop.example" is an address of the application',
    );
  });

  it('has turned before anything is decided, or it would contradict every loss', () => {
    const hasty = (sustained: string) =>
      witnessed('witness.shop.example', spoilt('sustained: 90s', `sustained: ${sustained}`));
    expect(complaints(hasty('60s'))).toEqual([]);
    expect(complaint(hasty('59s'))).toContain('automation.sustained: 59 s is over before the witness has turned');
  });
});
