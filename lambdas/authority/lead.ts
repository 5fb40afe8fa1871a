import { iso } from '../clock';
import type { Plan, Region } from '../plan/plan';
import { LOOK_SECONDS } from '../plan/timing';
import type { Move } from '../resources/kind';
import type { Continued } from './abandoned';
import { readAuthority, type AuthorityItem } from './authority';
import { compareAndSet } from './compare-and-set';
import { isLedBy } from './leading';
import { gatesAreClosedMs } from './lease';
import type { Replicas } from './replicas';

/** What the assessment saw; the lead is taken only if it is still so. */
export interface Expectation {
  /** When the assessment was made, by the clock of whoever asks for the lead, ISO 8601. */
  readonly assessedAt: string;
  readonly epoch: number;
  /** The last renewal of the old lease; undefined if nobody held one. */
  readonly renewal?: number;
  /** When the target first saw that renewal, by its own clock (S14), and when it was asked for, by its owner's. */
  readonly renewalSeenAt?: string;
  readonly renewedAt?: string;
  /** The old gate is open until then, whatever its lease says: a break-glass, or what an abandoned run waited for. */
  readonly oldGateOpenUntil?: string;
  /** When a run that seems abandoned was last seen; it is replaced only if it has not been seen since. */
  readonly abandonedSeenAt?: string;
  /** What this run goes on with if it replaces one in mid-run. */
  readonly continues?: Continued;
  readonly votes: readonly { readonly observer: Region; readonly says: string; readonly since: string }[];
}

/** Whether this run has the lead, and if not, why. */
export interface Lead {
  readonly led: boolean;
  /** Not led only because the assessment is too old: make another one. */
  readonly isStale: boolean;
  readonly because: string;
}

/** By then every observer has looked again, and what a lead relies on may no longer be what they say (S1). */
const ASSESSMENT_SECONDS_MAX = LOOK_SECONDS + 5;

/** Takes the lead for one run: a new epoch, and nobody may renew the old lease. Of two that try, one succeeds (S12). */
export const takeTheLead = async (
  replicas: Replicas,
  move: Move,
  expects: Expectation,
  lease: Plan['authority']['lease'],
): Promise<Lead> => {
  // Its answer tells the time (S11), and whether this run has the lead although it never heard so.
  const before = await readAuthority(replicas);
  if (isLedBy(before, move)) return leads(move);
  const wrong = replicas.clockGuard.objection();
  if (wrong) return { led: false, isStale: false, because: wrong };
  const nowMs = replicas.outside.clock.now();
  const ageSeconds = (nowMs - Date.parse(expects.assessedAt)) / 1000;
  if (ageSeconds > ASSESSMENT_SECONDS_MAX)
    return { led: false, isStale: true, because: `the assessment is ${ageSeconds.toFixed(0)} s old` };
  const { applied, item } = await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} takes the lead`,
    ...stillAsExpected(expects),
    set: ['#epoch = :epoch', '#run = :run'],
    remove: ['#lease'],
    values: {
      ...stillAsExpected(expects).values,
      ':epoch': move.epoch,
      ':run': newRun(move, expects, nowMs, lease),
    },
  });
  if (applied || isLedBy(item, move)) return leads(move);
  return { led: false, isStale: false, because: whyNot(item, expects) };
};

const leads = ({ run, epoch }: Move): Lead => ({
  led: true,
  isStale: false,
  because: `epoch ${epoch} belongs to ${run}`,
});

const newRun = (
  move: Move,
  expects: Expectation,
  nowMs: number,
  lease: Plan['authority']['lease'],
): NonNullable<AuthorityItem['run']> => {
  const { run, to, from } = move;
  const { continues, epoch, renewal, renewedAt, votes } = expects;
  const taken = renewal === undefined ? undefined : { epoch, renewal, at: renewedAt ?? iso(nowMs) };
  return {
    name: run,
    region: to,
    from,
    startedAt: iso(nowMs),
    seenAt: iso(nowMs),
    effectAt: continues?.effectAt,
    oldGateClosedAt: iso(Math.max(gatesAreClosedMs(expects, nowMs, lease), openUntilMs(move, expects))),
    lastRenewal: taken ?? continues?.lastRenewal,
    continues: continues && [...continues.runs],
    votes: [...votes],
  };
};

/** The epoch, the leader and the lease are as the assessment saw them, and nobody said stop. */
const stillAsExpected = ({ epoch, renewal, abandonedSeenAt }: Expectation) => ({
  condition: [
    '#epoch = :before',
    'attribute_not_exists(#killSwitch)',
    abandonedSeenAt === undefined ? 'attribute_not_exists(#run)' : '#run.#seenAt = :seenAt',
    renewal === undefined ? 'attribute_not_exists(#lease)' : '#lease.#renewal = :renewal',
  ].join(' AND '),
  names: {
    '#epoch': 'epoch',
    '#run': 'run',
    '#killSwitch': 'killSwitch',
    '#lease': 'lease',
    ...(abandonedSeenAt === undefined ? {} : { '#seenAt': 'seenAt' }),
    ...(renewal === undefined ? {} : { '#renewal': 'renewal' }),
  },
  values: {
    ':before': epoch,
    ...(abandonedSeenAt === undefined ? {} : { ':seenAt': abandonedSeenAt }),
    ...(renewal === undefined ? {} : { ':renewal': renewal }),
  },
});

/** Who attested that nothing writes in the old Region any more answers for its break-glass too. */
const openUntilMs = ({ fenceAttested }: Move, { oldGateOpenUntil }: Expectation): number =>
  fenceAttested === undefined && oldGateOpenUntil !== undefined ? Date.parse(oldGateOpenUntil) : 0;

const whyNot = (item: AuthorityItem | undefined, expects: Expectation): string => {
  if (!item) return 'the authority item is gone';
  if (item.killSwitch) return `the kill switch is on, by ${item.killSwitch.by}`;
  if (item.run) return `${item.run.name} in ${item.run.region} leads since ${item.run.startedAt}`;
  if (item.epoch !== expects.epoch) return `epoch ${item.epoch} has begun since the assessment of ${expects.epoch}`;
  return `${item.lease?.region} has renewed its lease since the assessment`;
};
