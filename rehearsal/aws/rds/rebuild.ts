import type { World } from '../../world/world';
import { drawMs } from '../latencies';
import type { Cluster, GlobalDatabase } from './global-database';

/**
 * After a failover every other cluster gets new storage from the new primary, the old primary's as soon as its Region is
 * back; what only it had is lost. A cluster out of reach is tried again each minute.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html
 */
export const rebuild = (world: World, database: GlobalDatabase, cluster: Cluster): void => {
  const { primary } = database;
  cluster.membership = 'left';
  if (!world.network.reaches(primary.region, cluster.region)) return;
  cluster.membership = 'rebuilding';
  world.clock.after(drawMs(world, 'rds.rebuild'), () => {
    const isCurrent = database.primary === primary && world.network.reaches(primary.region, cluster.region);
    cluster.membership = isCurrent ? 'member' : 'left';
    if (!isCurrent) return;
    cluster.rows = [...primary.rows];
    const causes = database.changedBy === undefined ? [] : [database.changedBy];
    const what = `${database.id}: ${cluster.id} is a secondary again`;
    world.trace.add({ type: 'state', region: cluster.region, what, causes });
  });
};
