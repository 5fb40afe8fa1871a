import { DescribeDBClusterSnapshotsCommand, RDSClient, type DBClusterSnapshot } from '@aws-sdk/client-rds';
import { critical } from '../../aws';
import { names } from '../../plan/names';
import type { Plan, Region } from '../../plan/plan';
import type { RecoveryPoint, Ways } from '../kind';
import type { AuroraGlobal } from './schema';

/** The identifier of a recovery point; the same in every Region. */
export const pointId = (plan: Plan, { name }: AuroraGlobal, point: string): string =>
  `${names(plan).recoveryPoints(name)}${point}`;

/** The recovery points in a Region, newest first; snapshots that others made are none of them. */
export const listPoints = async (
  resource: AuroraGlobal,
  region: Region,
  { outside, plan }: Pick<Ways, 'outside' | 'plan'>,
): Promise<RecoveryPoint[]> => {
  const client = outside.aws(RDSClient, critical(region));
  const snapshots: DBClusterSnapshot[] = [];
  let Marker: string | undefined;
  do {
    const page = await client.send(new DescribeDBClusterSnapshotsCommand({ SnapshotType: 'manual', Marker }));
    snapshots.push(...(page.DBClusterSnapshots ?? []));
    Marker = page.Marker;
  } while (Marker);
  const prefix = names(plan).recoveryPoints(resource.name);
  return snapshots
    .flatMap((snapshot) => toPoint(resource, prefix, snapshot) ?? [])
    .sort((a, b) => b.at.localeCompare(a.at));
};

const POINT = /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)$/;
const GIB = 2 ** 30;

/** The time is the name's, because what AWS tells of a copy's time is the copy's own. */
const toPoint = (
  { clusters }: AuroraGlobal,
  prefix: string,
  snapshot: DBClusterSnapshot,
): RecoveryPoint | undefined => {
  const { DBClusterSnapshotIdentifier: id = '', DBClusterSnapshotArn: arn } = snapshot;
  const { SourceDBClusterSnapshotArn: copiedFrom, AllocatedStorage: gib = 0, DBClusterIdentifier: cluster } = snapshot;
  const [named, year, month, day, hour, minute] = id.startsWith(prefix)
    ? (POINT.exec(id.slice(prefix.length)) ?? [])
    : [];
  if (!named || !arn) return undefined;
  const state = stateOf(snapshot.Status);
  const isOurs = Object.values(clusters).includes(cluster ?? '');
  return {
    id,
    arn,
    ...(copiedFrom ? { copiedFrom } : {}),
    at: `${year}-${month}-${day}T${hour}:${minute}:00.000Z`,
    bytes: gib * GIB,
    state,
    good: state === 'available' && snapshot.StorageEncrypted === true && gib > 0 && isOurs,
  };
};

/** Values that a cluster snapshot's status takes on its way; any other is not on it. */
const MAKING = new Set(['creating', 'copying', 'pending']);

const stateOf = (status = ''): RecoveryPoint['state'] => {
  if (status === 'available') return 'available';
  return MAKING.has(status) ? 'making' : 'failed';
};
