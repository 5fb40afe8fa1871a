import type { Dns } from '../../../lambdas/dns';
import { askWitness } from '../../../lambdas/observation/ask-witness';
import { sightingsIn } from '../../../lambdas/observation/sightings';
import type { Sighting, Vote } from '../../../lambdas/observation/vote';
import type { Outside } from '../../../lambdas/outside';

const EAST = 'us-east-1';
const WEST = 'us-west-2';
const NOW = Date.UTC(2026, 0, 6, 9);
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const PLAN = {
  witness: { zone: 'Z1', record: 'witness.shop.example' },
  regions: [
    { name: EAST, share: 100 },
    { name: WEST, share: 0 },
  ],
};
const sighting = (region: string, more: Partial<Sighting> = {}): Sighting => ({
  region,
  says: 'healthy',
  since: ago(100),
  lastHealthyAt: ago(10),
  ...more,
});
const before = (witness: readonly Sighting[], secondsAgo = 10): Vote => ({
  observer: WEST,
  generation: 1,
  at: ago(secondsAgo),
  opinions: [],
  lags: [],
  witness,
});

const asked: Parameters<Dns>[] = [];
beforeEach(() => void asked.splice(0));
/** What is read when DNS answers so for us-east-1 and us-west-2. */
const read = async ([east, west]: readonly [readonly string[], readonly string[]], previous?: Vote) => {
  const dns: Dns = (...question) => {
    asked.push(question);
    return Promise.resolve(question[0].startsWith(EAST) ? east : west);
  };
  const reading = await askWitness(PLAN, { dns, clock: { now: () => NOW } } as Outside);
  return Object.fromEntries(sightingsIn(reading!, previous).map((one) => [one.region, one]));
};
const well = before([sighting(EAST), sighting(WEST)]);

it("S7 reads the text of each Region at the zone's own name servers, and asks Route 53's API for nothing", async () => {
  expect(await read([['up'], ['up']])).toMatchObject({ [EAST]: { says: 'healthy' }, [WEST]: { says: 'healthy' } });
  expect(asked).toEqual([
    [`${EAST}.witness.shop.example`, 'TXT', 'the zone'],
    [`${WEST}.witness.shop.example`, 'TXT', 'the zone'],
  ]);
});

it('says down of a Region that it has seen up, since now, and then for as long as that lasts', async () => {
  const first = await read([['down'], ['up']], well);
  expect(first[EAST]).toEqual({ region: EAST, says: 'down', since: ago(0), lastHealthyAt: ago(10) });
  const down = sighting(EAST, { says: 'down', since: ago(50) });
  expect((await read([['down'], ['up']], before([down, sighting(WEST)])))[EAST]).toMatchObject({ since: ago(50) });
});

it('says healthy since the first time without a gap, and that it was healthy just now', async () => {
  const healthy = { region: EAST, says: 'healthy', since: ago(100), lastHealthyAt: ago(0) };
  const previous = before([sighting(WEST, { since: ago(50) }), sighting(EAST)]);
  expect((await read([['up'], ['up']], previous))[EAST]).toEqual(healthy);
});

it('S1 begins anew where the vote before came from a plan without a witness', async () => {
  const without: Vote = { observer: WEST, generation: 1, at: ago(10), opinions: [], lags: [] };
  expect((await read([['up'], ['up']], without))[EAST]).toMatchObject({ says: 'healthy', since: ago(0) });
});

it('S3 does not say of a Region that it has never seen up when that was', async () => {
  expect((await read([[], ['up']]))[EAST]).toStrictEqual({ region: EAST, says: 'unknown', since: ago(0) });
});

it('S1 begins anew after a gap of more than 30 s', async () => {
  const down = sighting(EAST, { says: 'down', since: ago(90) });
  const later = await read([['down'], ['up']], before([down, sighting(WEST)], 31));
  expect(later[EAST]).toMatchObject({ says: 'down', since: ago(0) });
});

it.each([
  ['nobody answers', []],
  ['there is another text', ['Up']],
  ['there are two texts', ['up', 'down']],
])('S3 says unknown when %s, and not for how long it was known', async (_, texts) => {
  expect((await read([texts, ['up']], well))[EAST]).toMatchObject({ says: 'unknown', since: ago(0) });
});

it('S3 says unknown of a Region that it has never seen up: it may be kept out', async () => {
  expect((await read([['down'], ['up']]))[EAST]).toMatchObject({ says: 'unknown' });
});

it('S2 says unknown of all when it sees all of them down: its own blindness is nobody’s death', async () => {
  const both = await read([['down'], ['down']], well);
  expect(both).toMatchObject({ [EAST]: { says: 'unknown' }, [WEST]: { says: 'unknown' } });
});

it('is not asked in a plan without one', async () => {
  const outside = { clock: { now: () => NOW } } as Outside;
  expect(await askWitness({ regions: PLAN.regions }, outside)).toBeUndefined();
});
