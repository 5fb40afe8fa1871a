/** Where a function runs whose permissions a kind declares, and the Regions of the workload. */
export interface At {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
  readonly workloadRegions: readonly string[];
  /** What the name of every recovery point of a resource begins with. */
  readonly recoveryPoints: (resource: string) => string;
}
