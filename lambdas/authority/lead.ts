import type { Plan, Region } from '../plan/plan';
import type { GateTime, Move } from '../resources/kind';
import type { Continued } from './abandoned';
import type { AuthorityItem } from './authority';
import { compareAndSet } from './compare-and-set';
import { gateOpenMs, gatesAreClosedMs } from './lease';
import type { Replicas } from './replicas';

/** What the assessment saw; the lead is taken only if it is still so. */
export interface Expectation {
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
  readonly because: string;
}

/** Takes the lead for one run: a new epoch, and nobody may renew the old lease. Of two that try, one succeeds (S12). */
export const takeTheLead = async (
  replicas: Replicas,
  move: Move,
  expects: Expectation,
  lease: Plan['authority']['lease'],
): Promise<Lead> => {
  const wrong = replicas.clockGuard.objection();
  if (wrong) return { led: false, because: wrong };
  const nowMs = replicas.outside.clock.now();
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
  if (applied || isLedBy(item, move)) return { led: true, because: `epoch ${move.epoch} belongs to ${move.run}` };
  return { led: false, because: whyNot(item, expects) };
};

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

/** Whether this run leads under this epoch. A run's name is unique in its Region only. */
export const isLedBy = (item: AuthorityItem | undefined, { run, epoch, to }: Move): boolean =>
  item?.run?.name === run && item.run.region === to && item.epoch === epoch;

/** The same as the condition of a change. */
export const whileLedBy = ({ run, epoch, to }: Move) => ({
  condition: '#epoch = :epoch AND #run.#name = :run AND #run.#region = :region',
  names: { '#epoch': 'epoch', '#run': 'run', '#name': 'name', '#region': 'region' },
  values: { ':epoch': epoch, ':run': run, ':region': to },
});

/** Says that the run lives; false when it no longer leads. */
export const showLife = async (replicas: Replicas, move: Move): Promise<boolean> => {
  const at = iso(replicas.outside.clock.now());
  const led = whileLedBy(move);
  const { item } = await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} lives at ${at}`,
    ...led,
    set: ['#run.#seenAt = :at'],
    names: { ...led.names, '#seenAt': 'seenAt' },
    values: { ...led.values, ':at': at },
  });
  return isLedBy(item, move);
};

/** Puts off the moment from which the old Region's gates count as closed; it is never brought forward. */
export const delayPromotion = async (replicas: Replicas, move: Move, untilMs: number): Promise<void> => {
  const led = whileLedBy(move);
  const until = iso(untilMs);
  await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} waits until ${until}`,
    condition: `${led.condition} AND #run.#closed < :until`,
    set: ['#run.#closed = :until'],
    names: { ...led.names, '#closed': 'oldGateClosedAt' },
    values: { ...led.values, ':until': until },
  });
};

/** Makes the target the active Region and gives it the lease; its gates may open until the time returned. */
export const grantLease = async (
  replicas: Replicas,
  move: Move,
  lease: Plan['authority']['lease'],
): Promise<GateTime | undefined> => {
  const led = whileLedBy(move);
  const { item } = await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} grants the lease`,
    condition: `${led.condition} AND attribute_not_exists(#lease)`,
    set: ['#active = :to', '#lease = :lease'],
    names: { ...led.names, '#active': 'active', '#lease': 'lease' },
    values: {
      ...led.values,
      ':to': move.to,
      ':lease': { region: move.to, renewal: 0, at: iso(replicas.outside.clock.now()) },
    },
  });
  if (!isLedBy(item, move) || item?.lease?.region !== move.to) return undefined;
  // Granted now or before: others count from the lease's own time, so a gate does too.
  return { untilMs: Date.parse(item.lease.at) + gateOpenMs(lease), epoch: move.epoch };
};

/** Gives the lease back to the old Region under a new epoch: the undo of a run that promoted nothing (S28). */
export const giveBack = async (replicas: Replicas, move: Move): Promise<boolean> => {
  const led = whileLedBy(move);
  const { applied, item } = await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} gives the lead back`,
    condition: `${led.condition} AND #active = :from AND attribute_not_exists(#lease)`,
    set: ['#epoch = :next', '#lease = :lease'],
    remove: ['#run'],
    names: { ...led.names, '#active': 'active', '#lease': 'lease' },
    values: {
      ...led.values,
      ':next': move.epoch + 1,
      ':from': move.from,
      ':lease': { region: move.from, renewal: 0, at: iso(replicas.outside.clock.now()) },
    },
  });
  // Either given back now, or this run never had the lead.
  return applied || !isLedBy(item, move);
};

/** Ends the run's lock; the epoch and the lease stay as the run left them. */
export const endRun = async (replicas: Replicas, move: Move): Promise<void> => {
  await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} ends`,
    ...whileLedBy(move),
    set: [],
    remove: ['#run'],
  });
};

const iso = (ms: number): string => new Date(ms).toISOString();
