import type { World } from '../../world/world';
import { drawMs } from '../latencies';
import type { Cluster, Failover, GlobalDatabase } from './global-database';
import { rebuild } from './rebuild';

/**
 * Makes another cluster the primary: after checks it is promoted, which takes minutes in which nobody writes.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-disaster-recovery.html
 */
export const failOver = (world: World, database: GlobalDatabase, to: Cluster, lossy: boolean, cause: string): void => {
  const failover: Failover = { from: database.primary, to, lossy, status: 'pending' };
  database.failover = failover;
  note(
    world,
    database,
    to.region,
    `${lossy ? 'fails' : 'switches'} over from ${failover.from.region} to ${to.region}`,
    cause,
  );
  stopOldWriter(world, database);
  world.clock.after(drawMs(world, 'rds.failover-checks'), () => {
    failover.status = 'failing-over';
    world.clock.after(drawMs(world, 'rds.promotion'), () => promote(world, database, failover));
  });
};

/**
 * Aurora's write fencing: a cluster that takes writes and should not is stopped as soon as it can be reached. It is best
 * effort, so a primary that is cut off goes on taking writes, which are lost.
 */
export const stopOldWriter = (world: World, database: GlobalDatabase): void => {
  const leader = database.failover?.to ?? database.primary;
  for (const cluster of database.clusters) {
    if (!cluster.accepts || cluster === leader || !world.network.reaches(leader.region, cluster.region)) continue;
    cluster.accepts = false;
    note(world, database, cluster.region, `${cluster.id} no longer takes writes`, database.changedBy);
  }
};

const promote = (world: World, database: GlobalDatabase, failover: Failover): void => {
  const { from, to, lossy } = failover;
  if (!world.network.alive(to.region)) {
    // Nothing happens in a dead Region; the promotion starts again when it is back.
    world.clock.after(drawMs(world, 'rds.promotion'), () => promote(world, database, failover));
    return;
  }
  if (!lossy && !world.network.reaches(from.region, to.region)) {
    cancel(world, database, failover);
    return;
  }
  if (!lossy) to.rows.push(...from.rows.slice(to.rows.length));
  database.primary = to;
  database.failover = undefined;
  to.accepts = true;
  note(world, database, to.region, `${to.id} takes writes`, database.changedBy);
  if (!lossy) return;
  stopOldWriter(world, database);
  from.membership = 'left';
  for (const cluster of database.clusters) if (cluster !== to) rebuild(world, database, cluster);
};

/** A switchover loses nothing, so without the old primary's last rows everything stays as it was. */
const cancel = (world: World, database: GlobalDatabase, { from, to }: Failover): void => {
  database.failover = undefined;
  from.accepts = true;
  note(world, database, to.region, `the switchover is cancelled: ${from.region} is out of reach`, database.changedBy);
};

const note = (world: World, database: GlobalDatabase, region: string, what: string, cause?: string): void => {
  const causes = cause === undefined ? [] : [cause];
  database.changedBy = world.trace.add({ type: 'state', region, what: `${database.id}: ${what}`, causes });
};
