import type { GlobalCluster } from '@aws-sdk/client-rds';
import { clusterIn, ENGINE, type GlobalDatabase } from './global-database';

/** What a Region knows of a global cluster: an old primary that nobody has told still believes that it is the primary. */
export const seenFrom = (database: GlobalDatabase, region: string): GlobalCluster => {
  const here = clusterIn(database, region);
  const isUntold = here.accepts && (here !== database.primary || database.failover !== undefined);
  const primary = isUntold ? here : database.primary;
  const failover = isUntold ? undefined : database.failover;
  const members = database.clusters.filter(({ membership }) => isUntold || membership !== 'left');
  const readers = members.filter((cluster) => cluster !== primary).map(({ arn }) => arn);
  return {
    GlobalClusterIdentifier: database.id,
    GlobalClusterArn: database.arn,
    Status: failover ? 'failing-over' : 'available',
    ...ENGINE,
    GlobalClusterMembers: members.map((cluster) => ({
      DBClusterArn: cluster.arn,
      Readers: cluster === primary ? readers : [],
      IsWriter: cluster === primary,
      GlobalWriteForwardingStatus: 'disabled',
      SynchronizationStatus: cluster.membership === 'rebuilding' ? 'pending-resync' : 'connected',
    })),
    FailoverState: failover && {
      Status: failover.status,
      FromDbClusterArn: failover.from.arn,
      ToDbClusterArn: failover.to.arn,
      IsDataLossAllowed: failover.lossy,
    },
  };
};
