import { DescribeDBClusterSnapshotsCommand, type DBClusterSnapshot } from '@aws-sdk/client-rds';
import { entriesOnAPage } from '../../entries-on-a-page';
import { NotSimulated, onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { ENGINE } from '../global-database';
import { noSnapshot } from './errors';
import { snapshotArn, type Snapshot, type Snapshots } from './snapshot';

const PAGE = 100;

/**
 * `DescribeDBClusterSnapshots`: manual ones only, a hundred to a page.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterSnapshots.html
 */
export const describeDbClusterSnapshots = (snapshots: Snapshots) =>
  operation(DescribeDBClusterSnapshotsCommand, {
    latency: 'api.read',
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html
    authorize: ({ DBClusterSnapshotIdentifier: id }, { account, region }) => [
      {
        action: 'rds:DescribeDBClusterSnapshots',
        resource: id?.startsWith('arn:') ? id : snapshotArn(region, account, id ?? '*'),
      },
    ],
    run: (input, call) => {
      onlyFields('DescribeDBClusterSnapshots', input, ['DBClusterSnapshotIdentifier', 'SnapshotType', 'Marker']);
      const { DBClusterSnapshotIdentifier: id, SnapshotType, Marker } = input;
      if (id === undefined && SnapshotType !== 'manual') {
        throw new NotSimulated(
          `DescribeDBClusterSnapshots of type ${SnapshotType} is not simulated; allowed is manual`,
        );
      }
      const found = snapshots.in(call.region).filter((one) => id === undefined || one.id === id || one.arn === id);
      if (id !== undefined && found.length === 0) throw noSnapshot(id);
      const from = Marker === undefined ? 0 : Number(Marker);
      const to = from + entriesOnAPage(['rds', 'DescribeDBClusterSnapshots'], call, PAGE);
      return {
        DBClusterSnapshots: found.slice(from, to).map(describe),
        Marker: to < found.length ? String(to) : undefined,
      };
    },
  });

/** A snapshot as AWS tells it. */
export const describe = (snapshot: Snapshot): DBClusterSnapshot => ({
  DBClusterSnapshotIdentifier: snapshot.id,
  DBClusterSnapshotArn: snapshot.arn,
  DBClusterIdentifier: snapshot.clusterId,
  SourceDBClusterSnapshotArn: snapshot.sourceArn,
  SnapshotType: 'manual',
  SnapshotCreateTime: new Date(snapshot.createdAt),
  AllocatedStorage: snapshot.sizeGib,
  PercentProgress: snapshot.status === 'available' ? 100 : 0,
  StorageEncrypted: true,
  KmsKeyId: snapshot.keyArn,
  Status: snapshot.status,
  ...ENGINE,
});
