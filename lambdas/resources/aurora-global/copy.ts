import { CopyDBClusterSnapshotCommand, RDSClient } from '@aws-sdk/client-rds';
import { critical } from '../../aws';
import { names } from '../../plan/names';
import { refused, type Acting, type Saving } from '../kind';
import { making } from './making';
import { listPoints, pointId } from './points';
import type { AuroraGlobal } from './schema';

/**
 * Copies the recovery point to the other Region, under that Region's key: keys do not leave theirs.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_CopyDBClusterSnapshot.Encrypted.CrossRegion.html
 */
export const copy: Acting<AuroraGlobal, Saving> = {
  // A first copy to a Region is a full one, and may take hours.
  deadlineSeconds: 4 * 3_600,
  async start(resource, { from, to, point }, ways) {
    const id = pointId(ways.plan, resource, point);
    const [here, there] = await Promise.all([listPoints(resource, from, ways), listPoints(resource, to, ways)]);
    const known = there.find((one) => one.id === id);
    if (known) return making(id, to, known);
    const source = here.find((one) => one.id === id);
    if (!source) return refused(`${id} is not in ${from}`);
    await ways.aboutToAct();
    await ways.outside.aws(RDSClient, critical(to)).send(
      new CopyDBClusterSnapshotCommand({
        SourceDBClusterSnapshotIdentifier: source.arn,
        TargetDBClusterSnapshotIdentifier: id,
        KmsKeyId: names(ways.plan).backupKey,
      }),
    );
    return making(id, to, undefined);
  },
  async poll(resource, { to, point }, ways) {
    const id = pointId(ways.plan, resource, point);
    const points = await listPoints(resource, to, ways);
    return making(
      id,
      to,
      points.find((one) => one.id === id),
    );
  },
};
