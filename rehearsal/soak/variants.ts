/** How a plan differs from another one: by what people write under `automation`, and in every resource of a kind. */
export interface Variant {
  readonly name: string;
  readonly automation?: Readonly<Record<string, unknown>>;
  readonly resources?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Around the beginning of every rehearsal; the first ends in the middle of most, so that what was put off comes then. */
const FREEZE = { from: '2026-01-01T00:00:00Z', until: '2026-01-06T09:12:00Z', because: 'year end' };
const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What the plans of `examples` do not say and other people's will: each rule of the decision has its turn by one of them. */
export const variants: readonly Variant[] = [
  { name: 'observes', automation: { mode: 'observe' } },
  { name: 'asks', automation: { mode: 'approve' } },
  {
    name: 'asks-two',
    automation: { mode: 'approve', approval: { roles: ['operations', 'security'], people: 2, expires: '5m' } },
  },
  { name: 'frozen', automation: { freezes: [FREEZE] } },
  {
    name: 'in-maintenance',
    automation: { maintenance: [{ days: EVERY_DAY, at: '00:00', for: '24h', because: 'the database is upgraded' }] },
  },
  { name: 'loses-nothing', resources: { 'aurora-global': { allowDataLoss: false } } },
  { name: 'once-a-day', automation: { cooldown: '1m', maxPerDay: 1 } },
  { name: 'hasty', automation: { sustained: '60s', cooldown: '5m', maxPerDay: 5 } },
];
