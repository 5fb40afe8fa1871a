import type { Move } from '../resources/kind';
import type { AuthorityItem } from './authority';
import { compareAndSet } from './compare-and-set';
import { whileLedBy } from './leading';
import type { Replicas } from './replicas';

/** Notes that a run is about to make its first effect beyond the lease: the cool-down begins, once for the run (S26). */
export const beginCoolDown = async (replicas: Replicas, move: Move): Promise<void> => {
  const at = new Date(replicas.outside.clock.now()).toISOString();
  const led = whileLedBy(move);
  await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} begins its cool-down`,
    condition: `${led.condition} AND attribute_not_exists(#run.#effectAt)`,
    set: ['#run.#effectAt = :at', '#moves = list_append(#moves, :moves)'],
    names: { ...led.names, '#effectAt': 'effectAt', '#moves': 'moves' },
    values: { ...led.values, ':at': at, ':moves': [at] },
  });
};

/** When the newest automatic move's cool-down ends, in milliseconds since 1970; undefined if there was none, or a person has seen it. */
export const coolDownEndsMs = (
  { moves, acknowledged }: Pick<AuthorityItem, 'moves' | 'acknowledged'>,
  cooldownSeconds: number,
): number | undefined => {
  const newest = moves.at(-1);
  if (newest === undefined || (acknowledged && acknowledged.at >= newest)) return undefined;
  return Date.parse(newest) + cooldownSeconds * 1000;
};

/** How many automatic moves there were in the last 24 hours. */
export const movesToday = (item: Pick<AuthorityItem, 'moves'>, nowMs: number): number =>
  item.moves.filter((at) => nowMs - Date.parse(at) < 24 * 3_600_000).length;
