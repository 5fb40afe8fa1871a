import { look, type Observer, type Seen } from '../../../lambdas/observation/look';
import { say } from '../../../lambdas/observation/say';
import type { Vote } from '../../../lambdas/observation/vote';
import type { LagSample } from '../../../lambdas/resources/kind';
import { EAST, OHIO, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 6, 9, 0, seconds)).toISOString();
const sample = (seconds: number, more: Partial<LagSample> = {}): LagSample => ({
  resource: 'orders',
  from: WEST,
  to: EAST,
  seconds,
  at: at(seconds),
  ...more,
});
const before = (more: Partial<Vote> = {}): Vote => ({
  observer: EAST,
  generation: 1,
  at: at(0),
  opinions: [],
  lags: [],
  ...more,
});
/** What the observer in us-east-1 says; us-west-2 is active, and its canary fails because no gate is open. */
const observe = (seen: Seen, previous?: Vote, lags: readonly LagSample[] = [], checks = stage.plan.checks) =>
  lookAndSay({ plan: { ...stage.plan, checks }, region: EAST, outside: stage.outside(EAST) }, seen, previous, lags);
const lookAndSay = (observer: Observer, seen: Seen, previous?: Vote, lags: readonly LagSample[] = []) =>
  stage.run(look(observer, seen, previous, lags).then((found) => say(found, previous, 2)));
const pages = () => stage.plan.checks.filter(({ kind }) => kind === 'http');

describe('what is asked', () => {
  /** Every address that one look asked, and what it found. */
  const asked = async (seen: Seen, previous?: Vote, checks = stage.plan.checks) => {
    const urls: string[] = [];
    const real = stage.outside(EAST);
    const outside: typeof real = {
      ...real,
      http: (request) => {
        urls.push(request.url);
        return real.http(request);
      },
    };
    const plan = { ...stage.plan, checks };
    const { opinions } = await lookAndSay({ plan, region: EAST, outside }, seen, previous);
    return { urls, says: opinions.map(({ says }) => says) };
  };
  const canaries = (urls: readonly string[]) => urls.filter((url) => url.includes('canary'));
  const references = (urls: readonly string[]) => urls.filter((url) => stage.plan.references.includes(url));

  it('S6 is the Region that writes for a canary, and no other', async () => {
    const { urls, says } = await asked({ active: WEST });
    expect(canaries(urls)).toEqual(['https://us-west-2.shop.example/canary']);
    expect(says).toEqual(['healthy', 'down']);
  });

  it('S6 is for more canaries after a bad look, because of a grey failure a single write may pass', async () => {
    const loss = { since: at(0), goodLooks: 0 };
    const opinion = { region: WEST, says: 'down', since: at(0), loss, because: 'silent', failing: ['order'] } as const;
    const { urls } = await asked({ active: WEST }, before({ at: at(0), opinions: [opinion] }));
    expect(canaries(urls)).toHaveLength(4);
  });

  it('S6 is for no more canaries after a bad look at another Region', async () => {
    const loss = { since: at(0), goodLooks: 0 };
    const opinion = { region: EAST, says: 'down', since: at(0), loss, because: 'silent', failing: ['home'] } as const;
    const { urls } = await asked({ active: WEST }, before({ at: at(0), opinions: [opinion] }));
    expect(canaries(urls)).toHaveLength(1);
  });

  it('S2 is no reference while every Region is healthy, and all of them when one is not', async () => {
    expect(references((await asked({ active: WEST }, undefined, pages())).urls)).toEqual([]);
    expect(references((await asked({ active: WEST })).urls)).toEqual(stage.plan.references);
  });

  it('S3 S6 says nothing for good while nobody knows who writes, and for bad it is enough', async () => {
    expect((await asked({}, undefined, pages())).says).toEqual(['unknown', 'unknown']);
    stage.world.network.cut(EAST, WEST);
    expect((await asked({}, undefined, pages())).says).toEqual(['unknown', 'down']);
    const alive = { ...pages()[0]!, name: 'status', url: stage.plan.references[0]! };
    expect((await asked({}, undefined, [alive, ...pages()])).says).toEqual(['unknown', 'down']);
  });
});

describe('what was said before', () => {
  it('S1 is carried on for each Region by itself', async () => {
    const loss = { since: at(-60), goodLooks: 0 };
    const down = { region: WEST, says: 'down', since: at(-60), loss, because: 'silent', failing: ['order'] } as const;
    const healthy = { region: EAST, says: 'healthy', since: at(-30), because: 'it answers', failing: [] } as const;
    const { opinions } = await observe({ active: WEST }, before({ opinions: [down, healthy] }));
    expect(opinions.map(({ region, says, since }) => [region, says, since])).toEqual([
      [EAST, 'healthy', at(-30)],
      [WEST, 'down', at(-60)],
    ]);
  });

  it('is nothing for a first vote, which starts with no lags and its own sight of the lease', async () => {
    const { lags, leaseSeen, at: now } = await observe({ active: WEST, lease: { epoch: 1, renewal: 4 } });
    expect(lags).toHaveLength(0);
    expect(leaseSeen).toEqual({ epoch: 1, renewal: 4, at: now });
  });
});

describe('lags', () => {
  it('S15 keeps the fresh sample of a source that is healthy', async () => {
    const { lags } = await observe({ active: WEST }, before({ lags: [sample(1)] }), [sample(2)], pages());
    expect(lags).toEqual([sample(2)]);
  });

  it('S15 keeps the last sample of its healthy time when the source is down: later ones freeze or grow', async () => {
    const { lags } = await observe({ active: WEST }, before({ lags: [sample(1)] }), [sample(2)]);
    expect(lags).toEqual([sample(1)]);
  });

  it('keeps the samples of other stores and other directions', async () => {
    const others = [sample(1, { resource: 'ledger' }), sample(1, { from: OHIO }), sample(1, { to: OHIO })];
    const { lags } = await observe({ active: WEST }, before({ lags: others }), [sample(2)], pages());
    expect(lags).toEqual([sample(2), ...others]);
  });
});

describe('the lease', () => {
  const leaseSeen = { epoch: 1, renewal: 4, at: at(0) };

  it('S14 is seen first when its renewal is new', async () => {
    const { leaseSeen: seen, at: now } = await observe(
      { active: WEST, lease: { epoch: 1, renewal: 5 } },
      before({ leaseSeen }),
    );
    expect(seen).toEqual({ epoch: 1, renewal: 5, at: now });
  });

  it('S14 is seen first when the same number belongs to a new epoch', async () => {
    const { leaseSeen: seen } = await observe({ active: WEST, lease: { epoch: 2, renewal: 4 } }, before({ leaseSeen }));
    expect(seen?.at).not.toBe(at(0));
  });

  it.each<[string, Seen]>([
    ['it is the one of before', { active: WEST, lease: { epoch: 1, renewal: 4 } }],
    ['nobody knows of any', { active: WEST }],
  ])('S14 keeps the time of its first sight while %s', async (_, seen) => {
    expect((await observe(seen, before({ leaseSeen }))).leaseSeen).toEqual(leaseSeen);
  });
});

describe('a witness', () => {
  const witnessed = (previous?: Vote) =>
    lookAndSay(
      {
        plan: { ...stage.plan, checks: pages(), witness: { zone: 'Z1', record: 'witness.shop.example' } },
        region: EAST,
        outside: stage.outside(EAST),
      },
      { active: WEST },
      previous,
    );

  it('S3 is part of the vote, unknown where it cannot be read', async () => {
    const { witness } = await witnessed();
    expect(witness?.map(({ region, says }) => [region, says])).toEqual([
      [EAST, 'unknown'],
      [WEST, 'unknown'],
    ]);
  });

  it('S2 is not carried by an observer that is blind', async () => {
    stage.world.network.cut(EAST, 'internet');
    stage.world.network.cut(EAST, WEST);
    const vote = await witnessed();
    expect(vote.opinions.every(({ says }) => says === 'abstains')).toBe(true);
    expect(vote.witness).toBeUndefined();
  });
});
