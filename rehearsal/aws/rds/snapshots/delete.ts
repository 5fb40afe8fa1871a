import { DeleteDBClusterSnapshotCommand } from '@aws-sdk/client-rds';
import { onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { describe } from './describe';
import { badSnapshotState, noSnapshot, required } from './errors';
import { snapshotArn, type Snapshots } from './snapshot';

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBClusterSnapshot.html */
export const deleteDbClusterSnapshot = (snapshots: Snapshots) =>
  operation(DeleteDBClusterSnapshotCommand, {
    latency: 'api.write',
    authorize: ({ DBClusterSnapshotIdentifier = '*' }, { account, region }) => [
      { action: 'rds:DeleteDBClusterSnapshot', resource: snapshotArn(region, account, DBClusterSnapshotIdentifier) },
    ],
    effect: ({ DBClusterSnapshotIdentifier }) => DBClusterSnapshotIdentifier,
    run: (input, { region }) => {
      onlyFields('DeleteDBClusterSnapshot', input, ['DBClusterSnapshotIdentifier']);
      const id = required(input.DBClusterSnapshotIdentifier, 'DBClusterSnapshotIdentifier');
      const snapshot = snapshots.find(region, id);
      if (!snapshot) throw noSnapshot(id);
      if (snapshot.status === 'creating') throw badSnapshotState(`${id} is ${snapshot.status}, not available.`);
      snapshots.remove(snapshot);
      return { DBClusterSnapshot: describe(snapshot) };
    },
  });
