import type { Service } from './simulated-service';

/** An item as DynamoDB stores it, unmarshalled, for invariants and pictures only. */
export interface DynamoDb extends Service {
  item(table: string, key: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> | undefined;
  /** Calls `seen` after each committed write with the item before and after, and the trace id of the write. */
  onWrite(seen: (table: string, before: unknown, after: unknown, id: string) => void): void;
}

/** Aurora as the application sees it: rows in, rows out. */
export interface Rds extends Service {
  /** Creates a global database that stands before Understudy is deployed. */
  adopt(globalCluster: string, clusters: Readonly<Record<string, string>>, writer: string): void;
  /** The Region whose cluster accepts writes; undefined while none does. */
  writer(globalCluster: string): string | undefined;
  /** Commits a row in `region`; throws where that cluster does not write, or while it restarts. */
  commit(globalCluster: string, region: string, row: { readonly id: string; readonly epoch: number }): void;
  /** Calls `seen` with every row that a cluster has acknowledged, and with the Region that did. */
  onCommit(
    seen: (globalCluster: string, region: string, row: { readonly at: number; readonly epoch: number }) => void,
  ): void;
  /** Rows visible in `region`, in commit order, with the time of commit in ms. */
  rows(
    globalCluster: string,
    region: string,
  ): readonly { readonly id: string; readonly epoch: number; readonly at: number }[];
  /** The rows of the primary cluster, whether or not it writes now: what it does not have, every other one will lose. */
  primaryRows(globalCluster: string): readonly { readonly id: string }[];
  /** From now on, rows take this much longer to reach a secondary. */
  slowReplication(globalCluster: string, region: string, byMs: number): void;
  /** Puts a snapshot there that was made before the rehearsal began. */
  adoptSnapshot(region: string, snapshot: { readonly id: string; readonly cluster: string }): void;
  /** The identifiers of the manual cluster snapshots in a Region that are available. */
  snapshots(region: string): readonly string[];
  /** Calls `seen` after each deletion of a manual snapshot. */
  onDeleteSnapshot(seen: (region: string, id: string) => void): void;
  /** Removes every instance of a cluster (`standby-unready`): a headless secondary cannot be promoted. */
  removeInstances(globalCluster: string, region: string): void;
}

export interface Ssm extends Service {
  /** A person changes the value of a parameter that is there, by the command line. */
  change(region: string, parameter: string, change: (value: string) => string): void;
  value(region: string, parameter: string): string | undefined;
  /** Calls `seen` after each write with the trace id of the call. */
  onPut(seen: (region: string, parameter: string, value: string, id: string) => void): void;
}

export interface S3 extends Service {
  /** The newest version of an object, as text. */
  object(bucket: string, key: string): string | undefined;
  readonly objects: readonly { readonly bucket: string; readonly key: string; readonly region: string }[];
}
