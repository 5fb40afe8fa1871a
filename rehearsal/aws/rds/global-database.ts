import type { World } from '../../world/world';

/** A committed row. */
export interface Row {
  readonly id: string;
  readonly epoch: number;
  /** When it was committed, in milliseconds since 1970. */
  readonly at: number;
}

/** One Region's cluster of a global database. */
export interface Cluster {
  readonly id: string;
  readonly region: string;
  readonly arn: string;
  /** None makes the cluster headless: its storage is replicated, but nothing reads or writes it. */
  instances: number;
  /** Whether the cluster takes writes; an old primary that nobody can reach goes on doing so. */
  accepts: boolean;
  /** `left`: the old primary until its Region is back. `rebuilding`: its storage is made anew from the primary's. */
  membership: 'member' | 'left' | 'rebuilding';
  rows: Row[];
  /** How long the newest shipment's oldest row took to arrive, in milliseconds. */
  lagMs: number;
  /** How much longer than usual a shipment takes, in milliseconds. */
  slowedByMs: number;
  /** Whether rows are on their way to this cluster. */
  awaitsRows: boolean;
}

/** A failover (`lossy`) or switchover in progress. */
export interface Failover {
  readonly from: Cluster;
  readonly to: Cluster;
  readonly lossy: boolean;
  status: 'pending' | 'failing-over';
}

/** An Aurora Global Database. Each member's rows are a beginning of the primary's. */
export interface GlobalDatabase {
  readonly id: string;
  readonly arn: string;
  readonly clusters: readonly Cluster[];
  primary: Cluster;
  failover?: Failover;
  /** Trace id of the newest change of roles. */
  changedBy?: string;
}

/** The engine of every simulated cluster; the versions agree, as a failover needs. */
export const ENGINE = { Engine: 'aurora-postgresql', EngineVersion: '16.6' } as const;

/** The ARN of a cluster. */
export const clusterArn = (region: string, account: string, id: string): string =>
  `arn:aws:rds:${region}:${account}:cluster:${id}`;

/** Every simulated cluster is encrypted with the key that AWS manages for RDS in its Region. */
export const clusterKeyArn = (region: string, account: string): string =>
  `arn:aws:kms:${region}:${account}:key/00000000-0000-4000-8000-0000000a0125`;

/** As many as Aurora needs to survive the loss of one: a writer and a reader, or two readers. */
const INSTANCES = 2;

/** Describes a global database that stands already: `clusters` is the identifier by Region. */
export const createGlobalDatabase = (
  account: string,
  id: string,
  clusters: Readonly<Record<string, string>>,
  writer: string,
): GlobalDatabase => {
  const all = Object.entries(clusters).map(([region, cluster]): Cluster => {
    const arn = clusterArn(region, account, cluster);
    const empty = { rows: [], lagMs: 0, slowedByMs: 0, awaitsRows: false };
    return {
      id: cluster,
      region,
      arn,
      instances: INSTANCES,
      accepts: region === writer,
      membership: 'member',
      ...empty,
    };
  });
  const primary = all.find(({ region }) => region === writer);
  if (!primary) {
    throw new Error(
      `${id}: no cluster in the writer's Region ${writer}; choose one of ${Object.keys(clusters).join(', ')}`,
    );
  }
  return { id, arn: `arn:aws:rds::${account}:global-cluster:${id}`, clusters: all, primary };
};

/** The cluster in a Region; throws where the database has none. */
export const clusterIn = ({ id, clusters }: GlobalDatabase, region: string): Cluster => {
  const found = clusters.find((cluster) => cluster.region === region);
  if (found) return found;
  throw new Error(`${id} has no cluster in ${region}; allowed are ${clusters.map((known) => known.region).join(', ')}`);
};

/** Whether the primary's changes reach a secondary now; a failover stops them, because it does not wait for them. */
export const isReplicated = ({ network }: World, { primary, failover }: GlobalDatabase, cluster: Cluster): boolean =>
  cluster !== primary &&
  cluster.membership === 'member' &&
  !failover?.lossy &&
  network.reaches(primary.region, cluster.region);
