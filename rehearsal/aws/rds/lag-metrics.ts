import type { World } from '../../world/world';
import type { CloudWatch } from '../services/signals';
import { drawMs } from '../latencies';
import { isReplicated, type Cluster, type GlobalDatabase } from './global-database';

/**
 * `AuroraGlobalDBReplicationLag` (the storage's) and `AuroraGlobalDBRPOLag` (the user transactions'), in milliseconds.
 * Here every row is a user transaction, so both are the same.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html
 */
const METRICS = ['AuroraGlobalDBRPOLag', 'AuroraGlobalDBReplicationLag'];

/**
 * Measures a secondary's lag; CloudWatch in its Region has it a little later, under the time of the measurement. While
 * the primary does not reach the secondary there is nothing to measure.
 */
export const publishLag = (
  world: World,
  cloudwatch: Pick<CloudWatch, 'put'>,
  database: GlobalDatabase,
  secondary: Cluster,
): void => {
  if (!isReplicated(world, database, secondary)) return;
  const atMs = world.clock.now();
  const waiting = database.primary.rows[secondary.rows.length];
  const value = Math.max(secondary.lagMs, waiting ? atMs - waiting.at : 0);
  // The console groups these metrics by both dimensions: https://awsauroralabsmy.com/global/cw/ names the second.
  const dimensions = { DBClusterIdentifier: secondary.id, SourceRegion: database.primary.region };
  world.clock.after(drawMs(world, 'rds.metric-publication'), () => {
    for (const name of METRICS) {
      const datum = { namespace: 'AWS/RDS', name, dimensions, value, resolutionSeconds: 60, atMs } as const;
      cloudwatch.put(secondary.region, datum, database.changedBy === undefined ? [] : [database.changedBy]);
    }
  });
};
