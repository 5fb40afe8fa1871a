import { drawMs } from '../latencies';
import type { World } from '../../world/world';
import { noQuorum, writeConflict } from './errors';
import type { Item } from './item';
import type { KeySchema } from './keys';

/** A table as its template describes it. */
export interface TableDefinition {
  readonly name: string;
  readonly key: KeySchema;
  /** The three Regions with a replica, or a single one. */
  readonly regions: readonly string[];
}

/** A table with one replica per Region and multi-Region strong consistency; a single replica needs nobody else. */
export interface ReplicatedTable extends TableDefinition {
  /** All items that a read in this Region sees, by key. A strong read throws `noQuorum` where nobody confirms it. */
  items(region: string, consistency: 'strong' | 'eventual'): ReadonlyMap<string, Item>;
  /** Changes one item, given as it is now, and commits the result; what `change` throws changes nothing. */
  write(region: string, key: string, change: (before: Item | undefined) => Item): Written;
  /** The newest committed state. */
  readonly newest: ReadonlyMap<string, Item>;
}

export interface Written {
  readonly before: Item | undefined;
  readonly after: Item;
}

interface Commit {
  readonly key: string;
  readonly item: Item;
  readonly region: string;
  /** When every replica that can be reached has it, in ms since 1970. */
  readonly settledAt: number;
}

/**
 * Every write is on two of the three replicas before it is acknowledged, so any two of them know the newest state: a
 * strong read or a write needs its own replica and one other. The third follows, and eventual reads there may be stale.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html
 */
export const createReplicatedTable = (world: World, definition: TableDefinition): ReplicatedTable => {
  const log: Commit[] = [];
  const newest = new Map<string, Item>();
  const lastOf = new Map<string, Commit>();
  const replicas = new Map(definition.regions.map((region) => [region, createReplica()]));

  const isConnected = (region: string): boolean =>
    definition.regions.length === 1 ||
    definition.regions.some(
      (other) => other !== region && world.network.reaches(region, other) && world.network.reaches(other, region),
    );
  const assertQuorum = (region: string): void => {
    if (!isConnected(region)) throw noQuorum();
  };
  const follow = (region: string): ReadonlyMap<string, Item> => {
    const now = world.clock.now();
    return replicaIn(replicas, region).follow(log, (commit) => isConnected(region) && commit.settledAt <= now);
  };

  return {
    ...definition,
    newest,
    items: (region, consistency) => {
      if (consistency === 'eventual') return follow(region);
      assertQuorum(region);
      return newest;
    },
    write: (region, key, change) => {
      assertQuorum(region);
      const now = world.clock.now();
      const last = lastOf.get(key);
      if (last && last.region !== region && now < last.settledAt) throw writeConflict();
      const before = newest.get(key);
      const after = change(before);
      const commit = { key, item: after, region, settledAt: now + drawMs(world, 'dynamodb.replication') };
      log.push(commit);
      lastOf.set(key, commit);
      newest.set(key, after);
      // Its own replica needs the whole past to commit; the others follow when the network lets them.
      replicaIn(replicas, region).follow(log, () => true);
      const others = definition.regions.filter((other) => other !== region);
      world.clock.after(commit.settledAt - now, () => others.forEach(follow));
      return { before, after };
    },
  };
};

interface Replica {
  /** Takes over commits in order, as long as they have arrived, and answers the items that this replica then has. */
  follow(log: readonly Commit[], hasArrived: (commit: Commit) => boolean): ReadonlyMap<string, Item>;
}

const createReplica = (): Replica => {
  const items = new Map<string, Item>();
  let applied = 0;
  return {
    follow: (log, hasArrived) => {
      for (let next = log[applied]; next && hasArrived(next); next = log[applied]) {
        items.set(next.key, next.item);
        applied += 1;
      }
      return items;
    },
  };
};

const replicaIn = (replicas: ReadonlyMap<string, Replica>, region: string): Replica => {
  const replica = replicas.get(region);
  if (!replica) throw new Error(`no replica in ${region}; there are ${[...replicas.keys()].join(', ')}`);
  return replica;
};
