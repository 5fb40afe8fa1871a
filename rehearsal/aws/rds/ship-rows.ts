import type { World } from '../../world/world';
import { drawMs } from '../latencies';
import { isReplicated, type Cluster, type GlobalDatabase } from './global-database';

/**
 * Sends a secondary what it does not have yet, one shipment at a time. A shipment that cannot arrive is forgotten; the
 * next commit or the next minute sends its rows again.
 */
export const shipRows = (world: World, database: GlobalDatabase, secondary: Cluster): void => {
  const { primary } = database;
  const upTo = primary.rows.length;
  const has = secondary.rows.length;
  if (secondary.awaitsRows || has >= upTo || !isReplicated(world, database, secondary)) return;
  secondary.awaitsRows = true;
  world.clock.after(drawMs(world, 'rds.replication') + secondary.slowedByMs, () => {
    secondary.awaitsRows = false;
    const oldest = primary.rows[has];
    if (database.primary !== primary || !oldest || !isReplicated(world, database, secondary)) return;
    for (const row of primary.rows.slice(has, upTo)) secondary.rows.push(row);
    secondary.lagMs = world.clock.now() - oldest.at;
    shipRows(world, database, secondary);
  });
};
