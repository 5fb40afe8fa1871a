import { CopyDBClusterSnapshotCommand } from '@aws-sdk/client-rds';
import type { Kms } from '../../services/security';
import { drawMs } from '../../latencies';
import { NotSimulated, onlyFields } from '../../not-simulated';
import { operation } from '../../operation';
import { badRequestError } from '../errors';
import { describe } from './describe';
import { badSnapshotState, keyNotAccessible, noSnapshot, refuseNew, required } from './errors';
import { snapshotArn, type Snapshot, type Snapshots } from './snapshot';

const fields = [
  'SourceDBClusterSnapshotIdentifier',
  'TargetDBClusterSnapshotIdentifier',
  'KmsKeyId',
  // The SDK signs it whenever the source's ARN is of another Region.
  'PreSignedUrl',
] as const;

/**
 * `CopyDBClusterSnapshot` of another Region's encrypted snapshot, asked of the Region that gets the copy.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_CopyDBClusterSnapshot.Encrypted.CrossRegion.html
 */
export const copyDbClusterSnapshot = (snapshots: Snapshots, kms: Pick<Kms, 'find'>) =>
  operation(CopyDBClusterSnapshotCommand, {
    latency: 'api.write',
    authorize: (input, { account, region }) => {
      const { SourceDBClusterSnapshotIdentifier: source = '*', TargetDBClusterSnapshotIdentifier: target = '*' } =
        input;
      const key = kms.find(region, input.KmsKeyId ?? '');
      return [
        ...[source, snapshotArn(region, account, target)].map((resource) => ({
          action: 'rds:CopyDBClusterSnapshot',
          resource,
        })),
        // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.Keys.html
        ...(key ? ['kms:CreateGrant', 'kms:DescribeKey'].map((action) => ({ action, resource: key.arn })) : []),
      ];
    },
    effect: ({ TargetDBClusterSnapshotIdentifier }) => TargetDBClusterSnapshotIdentifier,
    run: (input, { region, account, world, id: cause }) => {
      onlyFields('CopyDBClusterSnapshot', input, fields);
      const sourceArn = required(input.SourceDBClusterSnapshotIdentifier, 'SourceDBClusterSnapshotIdentifier');
      const id = required(input.TargetDBClusterSnapshotIdentifier, 'TargetDBClusterSnapshotIdentifier');
      const sourceRegion = sourceArn.split(':')[3];
      if (sourceRegion === undefined || sourceRegion === region) {
        throw new NotSimulated(`CopyDBClusterSnapshot of ${sourceArn} within ${region} is not simulated`);
      }
      required(input.PreSignedUrl, 'PreSignedUrl');
      refuseNew(snapshots, region, id);
      const source = snapshots.find(sourceRegion, sourceArn);
      if (!source) throw noSnapshot(sourceArn);
      if (source.status !== 'available') throw badSnapshotState(`${sourceArn} is ${source.status}, not available.`);
      const copy: Snapshot = {
        ...source,
        id,
        arn: snapshotArn(region, account, id),
        region,
        keyArn: usableKey(kms, region, input.KmsKeyId),
        sourceArn,
        status: 'copying',
      };
      snapshots.add(copy, drawMs(world, 'rds.snapshot-copy'), [cause]);
      return { DBClusterSnapshot: describe(copy) };
    },
  });

/** Keys belong to one Region, so the copy needs one of its own. */
const usableKey = (kms: Pick<Kms, 'find'>, region: string, wanted: string | undefined): string => {
  if (wanted === undefined) {
    throw badRequestError('InvalidParameterCombination', 'KmsKeyId must be specified to copy an encrypted snapshot.');
  }
  const key = kms.find(region, wanted);
  if (!key?.enabled) throw keyNotAccessible(wanted);
  return key.arn;
};
