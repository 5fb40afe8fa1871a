import type { Plan, Region } from '../plan/plan';
import type { GateTime, Move } from '../resources/kind';
import type { AuthorityItem } from './authority';
import { compareAndSet } from './compare-and-set';
import { gateOpenMs } from './lease';
import type { Replicas } from './replicas';

/** What the assessment saw; the lead is taken only if it is still so. */
export interface Expectation {
  readonly epoch: number;
  /** The last renewal of the old lease; undefined if nobody held one. */
  readonly renewal?: number;
  /** When the target first saw that renewal, by its own clock (S14). */
  readonly renewalSeenAt?: string;
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
  const nowMs = replicas.outside.clock.now();
  const seenMs = expects.renewalSeenAt === undefined ? nowMs : Date.parse(expects.renewalSeenAt);
  const { applied, item } = await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} takes the lead`,
    condition: `#epoch = :before AND attribute_not_exists(#run) AND attribute_not_exists(#killSwitch) AND ${
      expects.renewal === undefined ? 'attribute_not_exists(#lease)' : '#lease.#renewal = :renewal'
    }`,
    set: ['#epoch = :epoch', '#run = :run'],
    remove: ['#lease'],
    names: {
      '#epoch': 'epoch',
      '#run': 'run',
      '#killSwitch': 'killSwitch',
      '#lease': 'lease',
      ...(expects.renewal === undefined ? {} : { '#renewal': 'renewal' }),
    },
    values: {
      ':before': expects.epoch,
      ':epoch': move.epoch,
      ...(expects.renewal === undefined ? {} : { ':renewal': expects.renewal }),
      ':run': {
        name: move.run,
        region: move.to,
        from: move.from,
        startedAt: iso(nowMs),
        oldGateClosedAt: iso(seenMs + lease.ttlSeconds * 1000),
        votes: expects.votes,
      },
    },
  });
  if (applied || isLedBy(item, move)) return { led: true, because: `epoch ${move.epoch} belongs to ${move.run}` };
  return { led: false, because: whyNot(item, expects) };
};

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
