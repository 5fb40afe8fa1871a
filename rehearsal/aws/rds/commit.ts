import type { World } from '../../world/world';
import { CannotCommit } from './errors';
import { stopOldWriter } from './fail-over';
import { clusterIn, type GlobalDatabase, type Row } from './global-database';
import { shipRows } from './ship-rows';

/** Commits a row in a Region, or throws `CannotCommit` where its cluster takes no writes. */
export const commit = (
  world: World,
  database: GlobalDatabase,
  region: string,
  row: { readonly id: string; readonly epoch: number },
): Row => {
  stopOldWriter(world, database);
  const cluster = clusterIn(database, region);
  if (!cluster.accepts) throw new CannotCommit(`${cluster.id} in ${region} is read-only; ${writerOf(database)}`);
  if (cluster.instances === 0) throw new CannotCommit(`${cluster.id} in ${region} has no instances`);
  if (!world.network.alive(region)) throw new CannotCommit(`${cluster.id} in ${region} does not answer`);
  const committed = { ...row, at: world.clock.now() };
  cluster.rows.push(committed);
  for (const secondary of database.clusters) shipRows(world, database, secondary);
  return committed;
};

const writerOf = ({ primary, failover }: GlobalDatabase): string => {
  if (failover) return `${failover.to.region} is being promoted`;
  return `${primary.region} writes`;
};
