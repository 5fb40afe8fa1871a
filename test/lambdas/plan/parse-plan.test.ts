import fc from 'fast-check';
import { parsePlan } from '../../../lambdas/plan/parse-plan';
import { PlanError } from '../../../lambdas/plan/plan-error';
import { complaints, quickstartText, spoilt, where } from './spoilt';

describe('a good plan', () => {
  const plan = parsePlan(quickstartText, 'plan.yaml');

  it('reads durations as seconds, by names that carry the unit', () => {
    expect(plan.objectives).toEqual({ rtoSeconds: 900, rpoSeconds: 300 });
    expect(plan.authority.lease).toEqual({ ttlSeconds: 120, renewSeconds: 15, marginSeconds: 40 });
    expect(plan.checks.map(({ timeoutSeconds }) => timeoutSeconds)).toEqual([4, 4]);
    expect(plan.resources[3]).toMatchObject({ kind: 'route53-records', ttlSeconds: 60 });
  });

  it('gets the documented defaults for what it does not say', () => {
    const silent = quickstartText
      .replace(/^automation:.*$/m, '')
      .replace(/^ {2}lease:.*$/m, '')
      .replace(/^notify:.*$/m, '')
      .replaceAll(', timeout: 4s', '')
      .replace(/^ {4}ttl: 60s$/m, '')
      .replace(', kind: http', '');
    expect(parsePlan(silent, 'plan.yaml')).toEqual({
      ...plan,
      automation: {
        mode: 'observe',
        sustainedSeconds: 90,
        cooldownSeconds: 3_600,
        maxPerDay: 2,
        approval: { roles: ['operations'], people: 1, expiresSeconds: 1_800 },
        freezes: [],
        maintenance: [],
      },
      notify: { sns: true },
    });
  });

  it('may have Windows line ends and a byte order mark', () => {
    expect(parsePlan(`\uFEFF${quickstartText.replaceAll('\n', '\r\n')}`, 'plan.yaml')).toEqual(plan);
  });
});

describe('S32 a bad plan is a clear error', () => {
  it('that names file, line, column, path, value, what is allowed and the fix', () => {
    const text = spoilt('mode: automatic', 'mode: automatc');
    expect(() => parsePlan(text, 'shop/plan.yaml')).toThrow(
      `shop/plan.yaml:${where(text, 'automatc')} automation.mode: "automatc" does not fit; ` +
        'allowed: observe, approve, automatic; fix: did you mean "automatic"?',
    );
  });

  it('that lists every problem, from the top down', () => {
    const text = spoilt('rpo: 5m', 'rpo: soon')
      .replace('application: webshop', 'application: Shop!')
      .replace('tasks: 6', 'tasks: 0');
    const [first, second, third, ...others] = complaints(text);
    expect(first).toContain(`${where(text, 'Shop!')} application: `);
    expect(second).toContain(`${where(text, 'soon')} objectives.rpo: `);
    expect(third).toContain(`${where(text, '0 }\n\n  # The name')} resources[2].tasks: `);
    expect(others).toEqual([]);
  });

  it('that points to an unknown field itself, and guesses what was meant', () => {
    const text = spoilt('sustained: 90s', 'sustaned: 90s');
    expect(complaints(text)).toEqual([
      `${where(text, 'sustaned')} automation.sustaned: no such field; ` +
        'allowed: mode, sustained, cooldown, maxPerDay, approval, freezes, maintenance; fix: did you mean "sustained"?',
    ]);
  });

  it('that points to the mapping in which a field is missing, and says what to add', () => {
    const text = spoilt('zone: Z0123456789EXAMPLE', '');
    expect(complaints(text)).toEqual([
      `${where(text, 'kind: route53-records')} resources[3].zone: missing: HostedZoneId of the zone that holds the records; ` +
        'allowed: text like ^Z[A-Z0-9]+$; fix: add "zone: Z0123456789EXAMPLE"',
    ]);
  });

  it('that points to the name of a mapping, not to its brace', () => {
    const text = spoilt('rto: 15m, ', '');
    expect(complaints(text)[0]).toContain(`${where(text, 'objectives:')} objectives.rto: missing: RTO`);
  });

  it('that guesses the kind and the Region that was meant', () => {
    expect(complaints(spoilt('kind: aurora-global', 'kind: aurora-globl'))[0]).toMatch(
      /did you mean "aurora-global"\?$/,
    );
    expect(complaints(spoilt('name: us-west-2', 'name: us-wset-2'))[0]).toMatch(/did you mean "us-west-2"\?$/);
  });

  it.each([
    ['sustained: 90s', 'sustained: 90', 'automation.sustained: 90 does not fit'],
    ['sustained: 90s', 'sustained: 1h30m', 'automation.sustained: "1h30m" does not fit'],
    ['sustained: 90s', 'sustained: 30s', 'automation.sustained: "30s" does not fit; allowed: at least 45s'],
    ['timeout: 4s', 'timeout: 10s', 'checks[0].timeout: "10s" does not fit; allowed: at most 9s'],
    ['timeout: 4s', 'timeoutSeconds: 4', 'checks[0].timeoutSeconds: no such field'],
    ['share: 100', 'share: 50.5', 'regions[0].share: 50.5 does not fit; allowed: a whole number'],
    ['share: 100', 'share: 101', 'regions[0].share: 101 does not fit; allowed: at most 100'],
    ['parameter: /u', 'parameter: /aws/u', 'resources[0].parameter: "/aws/understudy/webshop/gate" does not fit'],
    ['allowDataLoss: true', 'allowDataLoss: yes', '.allowDataLoss: "yes" does not fit; allowed: true or false'],
    ['application: webshop', 'application: a-name-of-21-letters-x', 'does not fit; allowed: at most 20 characters'],
    ['sns: true', 'sns: ~', 'notify.sns: an empty value does not fit; allowed: true or false'],
  ])('instead of "%s": "%s"', (from, to, complaint) => {
    expect(complaints(spoilt(from, to))[0]).toContain(complaint);
  });

  it.each([
    ['', '1:1 an empty value does not fit; allowed: a mapping'],
    ['- webshop', '1:1 a list does not fit; allowed: a mapping'],
    ['webshop', '1:1 "webshop" does not fit; allowed: a mapping'],
    ['application: [webshop', '1:22 not valid YAML'],
    ['application: !secret x', '1:14 not valid YAML: Unresolved tag: !secret'],
    ['application: a\napplication: b', '2:1 "application" stands here twice; allowed: each key once'],
    ['application: a\n---\napplication: b', '2:1 a second document begins here'],
    ['a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]', '2:8 *a is an alias; allowed: plain values'],
  ])('for the text %j', (text, complaint) => {
    expect(complaints(text)[0]).toContain(complaint);
  });

  it('and keys that JavaScript treats in a special way are fields like others', () => {
    expect(complaints(`${quickstartText}\n__proto__: { mode: automatic }`)[0]).toContain('__proto__: no such field');
    expect(complaints(`${quickstartText}\nconstructor: 1`)[0]).toContain('constructor: no such field');
  });

  it('and never anything else, whatever is cut out of a plan or put into it', () => {
    const somewhere = fc.nat(quickstartText.length);
    fc.assert(
      fc.property(somewhere, somewhere, fc.string({ maxLength: 12 }), (from, to, put) => {
        const text = quickstartText.slice(0, Math.min(from, to)) + put + quickstartText.slice(Math.max(from, to));
        try {
          parsePlan(text, 'plan.yaml');
        } catch (fault) {
          expect(fault).toBeInstanceOf(PlanError);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});
