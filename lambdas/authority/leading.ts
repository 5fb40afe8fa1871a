import { iso } from '../clock';
import type { Plan } from '../plan/plan';
import type { BreakGlass, GateTime, Move } from '../resources/kind';
import type { AuthorityItem } from './authority';
import { noteOf } from './break-glass';
import { compareAndSet } from './compare-and-set';
import { gateOpenMs } from './lease';
import type { Replicas } from './replicas';

/** Whether this run leads under this epoch. A run's name is unique in its Region only. */
export const isLedBy = (item: AuthorityItem | undefined, { run, epoch, to }: Move): boolean =>
  item?.run?.name === run && item.run.region === to && item.epoch === epoch;

/** The same as the condition of a change. */
export const whileLedBy = ({ run, epoch, to }: Move) => ({
  condition: '#epoch = :epoch AND #run.#name = :run AND #run.#region = :region',
  names: { '#epoch': 'epoch', '#run': 'run', '#name': 'name', '#region': 'region' },
  values: { ':epoch': epoch, ':run': run, ':region': to },
});

/**
 * Says that the run lives; false when it no longer leads. A word that travelled for minutes replaces no later one: a run that
 * lives would look abandoned.
 */
export const showLife = async (replicas: Replicas, move: Move): Promise<boolean> => {
  const at = iso(replicas.outside.clock.now());
  const led = whileLedBy(move);
  const { item } = await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} lives at ${at}`,
    ...led,
    condition: `${led.condition} AND #run.#seenAt < :at`,
    set: ['#run.#seenAt = :at'],
    names: { ...led.names, '#seenAt': 'seenAt' },
    values: { ...led.values, ':at': at },
  });
  return isLedBy(item, move);
};

/**
 * Notes a break-glass of the old Region, unless a later one is noted, and puts off the moment from which its gates count as
 * closed, which is never brought forward.
 */
export const delayPromotion = async (
  replicas: Replicas,
  move: Move,
  breakGlass: BreakGlass,
  { marginSeconds }: Plan['authority']['lease'],
): Promise<void> => {
  const led = whileLedBy(move);
  const glass = noteOf(move.from, breakGlass);
  const until = iso(Date.parse(breakGlass.until) + marginSeconds * 1000);
  await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} waits until ${until}`,
    condition: `${led.condition} AND #run.#closed < :until AND (attribute_not_exists(#glass) OR #glass.#region <> :from OR #glass.#until < :noted)`,
    set: ['#run.#closed = :until', '#glass = :glass'],
    names: { ...led.names, '#closed': 'oldGateClosedAt', '#glass': 'breakGlass', '#until': 'until' },
    values: { ...led.values, ':until': until, ':from': move.from, ':glass': glass, ':noted': glass.until },
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
