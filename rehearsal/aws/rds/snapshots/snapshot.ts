import type { World } from '../../../world/world';

/** A manual snapshot of a cluster, in one Region. */
export interface Snapshot {
  readonly id: string;
  readonly arn: string;
  readonly region: string;
  /** The cluster that it was taken of; a copy keeps its source's. */
  readonly clusterId: string;
  readonly keyArn: string;
  /** When it was begun, in milliseconds since 1970; a copy keeps its source's. */
  readonly createdAt: number;
  readonly sizeGib: number;
  /** The snapshot that it is a copy of. */
  readonly sourceArn?: string;
  status: 'creating' | 'copying' | 'available';
}

/** How large every simulated cluster's volume is; how large a real one is does not matter to anybody here. */
export const VOLUME_GIB = 24;

/** The manual snapshots of every Region. */
export interface Snapshots {
  in(region: string): readonly Snapshot[];
  find(region: string, id: string): Snapshot | undefined;
  /** Keeps a snapshot, and makes it available after so many milliseconds in which its Region lives. */
  add(snapshot: Snapshot, afterMs: number, causes: readonly string[]): void;
  remove(snapshot: Snapshot): void;
  /** Calls `seen` after each removal. */
  onRemove(seen: (region: string, id: string) => void): void;
}

export const createSnapshots = (world: World): Snapshots => {
  const all = new Map<string, Snapshot>();
  const listeners: ((region: string, id: string) => void)[] = [];
  const finish = (snapshot: Snapshot, causes: readonly string[]): void => {
    if (all.get(snapshot.arn) !== snapshot) return;
    if (!world.network.alive(snapshot.region)) {
      world.clock.after(AGAIN_MS, () => finish(snapshot, causes));
      return;
    }
    snapshot.status = 'available';
    world.trace.add({ type: 'state', region: snapshot.region, what: `snapshot ${snapshot.id} is available`, causes });
  };
  return {
    in: (region) => [...all.values()].filter((one) => one.region === region),
    find: (region, id) => [...all.values()].find((one) => one.region === region && (one.id === id || one.arn === id)),
    add: (snapshot, afterMs, causes) => {
      all.set(snapshot.arn, snapshot);
      if (snapshot.status !== 'available') world.clock.after(afterMs, () => finish(snapshot, causes));
    },
    remove: ({ arn, region, id }) => {
      all.delete(arn);
      for (const seen of listeners) seen(region, id);
    },
    onRemove: (seen) => void listeners.push(seen),
  };
};

const AGAIN_MS = 60_000;

/** The ARN of a snapshot. */
export const snapshotArn = (region: string, account: string, id: string): string =>
  `arn:aws:rds:${region}:${account}:cluster-snapshot:${id}`;
