import { CreateDBClusterSnapshotCommand, RDSClient } from '@aws-sdk/client-rds';
import { critical } from '../../aws';
import { refused, type Acting, type Saving } from '../kind';
import { making } from './making';
import { listPoints, pointId } from './points';
import type { AuroraGlobal } from './schema';

/**
 * Takes a snapshot of the cluster that writes. A point of this name that is there already is the one that is meant.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_CreateSnapshotCluster.html
 */
export const backUp: Acting<AuroraGlobal, Saving> = {
  deadlineSeconds: 3_600,
  async start(resource, { from, point }, ways) {
    const id = pointId(ways.plan, resource, point);
    const cluster = resource.clusters[from];
    if (!cluster) return refused(`${resource.name} has no cluster in ${from}`);
    const known = (await listPoints(resource, from, ways)).find((one) => one.id === id);
    if (known) return making(id, from, known);
    await ways.aboutToAct();
    await ways.outside
      .aws(RDSClient, critical(from))
      .send(new CreateDBClusterSnapshotCommand({ DBClusterIdentifier: cluster, DBClusterSnapshotIdentifier: id }));
    return making(id, from, undefined);
  },
  async poll(resource, { from, point }, ways) {
    const id = pointId(ways.plan, resource, point);
    const points = await listPoints(resource, from, ways);
    return making(
      id,
      from,
      points.find((one) => one.id === id),
    );
  },
};
