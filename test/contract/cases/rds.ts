import {
  CopyDBClusterSnapshotCommand,
  CreateDBClusterCommand,
  CreateDBClusterSnapshotCommand,
  CreateDBInstanceCommand,
  CreateGlobalClusterCommand,
  DeleteDBClusterSnapshotCommand,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBClustersCommand,
  DescribeGlobalClustersCommand,
  FailoverGlobalClusterCommand,
  RDSClient,
  type DescribeDBClusterSnapshotsCommandInput,
} from '@aws-sdk/client-rds';
import { clusterKeyArn } from '../../../rehearsal/aws/rds/global-database';
import { keyProperties } from '../../rehearsal/aws/key';
import type { ContractCase, Difference, ServiceContract } from '../contract-case';
import { ACCOUNT } from '../moto-side';
import { step } from '../step';

const EAST = 'us-east-1';
const WEST = 'us-west-2';
const GLOBAL = 'orders';
const cluster = (region: string) => `orders-${region}`;
const clusterArn = (region: string) => `arn:aws:rds:${region}:${ACCOUNT}:cluster:${cluster(region)}`;
const KEY_ALIAS = 'alias/understudy-backups';
const ENGINE = { Engine: 'aurora-postgresql', EngineVersion: '16.6' };

interface Key {
  readonly KeyMetadata: { readonly KeyId: string };
}

/** A global database that us-east-1 writes, and a snapshot of yesterday. */
const prepare: ContractCase['prepare'] = {
  simulated: ({ cloud, create }) => {
    const TargetKeyId = create(cloud.kms, 'AWS::KMS::Key', keyProperties, WEST);
    create(cloud.kms, 'AWS::KMS::Alias', { AliasName: KEY_ALIAS, TargetKeyId }, WEST);
    cloud.rds.adopt(GLOBAL, { [EAST]: cluster(EAST), [WEST]: cluster(WEST) }, EAST);
    cloud.rds.adoptSnapshot(EAST, { id: 'yesterday', cluster: cluster(EAST) });
  },
  moto: async ({ client, ask }) => {
    const { KeyMetadata } = (await ask('kms', 'TrentService.CreateKey', {}, WEST)) as Key;
    await ask('kms', 'TrentService.CreateAlias', { AliasName: KEY_ALIAS, TargetKeyId: KeyMetadata.KeyId }, WEST);
    const east = client(RDSClient);
    await east.send(new CreateGlobalClusterCommand({ GlobalClusterIdentifier: GLOBAL, ...ENGINE }));
    for (const region of [EAST, WEST]) {
      const rds = client(RDSClient, region);
      await rds.send(
        new CreateDBClusterCommand({
          DBClusterIdentifier: cluster(region),
          GlobalClusterIdentifier: GLOBAL,
          StorageEncrypted: true,
          KmsKeyId: clusterKeyArn(region, ACCOUNT),
          ...ENGINE,
          ...(region === EAST && { MasterUsername: 'orders', MasterUserPassword: 'no-secret' }),
        }),
      );
      for (const number of [1, 2]) {
        const instance = { DBInstanceIdentifier: `${cluster(region)}-${number}`, DBInstanceClass: 'db.r6g.large' };
        const belongs = { DBClusterIdentifier: cluster(region), Engine: ENGINE.Engine };
        await rds.send(new CreateDBInstanceCommand({ ...instance, ...belongs }));
      }
    }
    const snapshot = { DBClusterSnapshotIdentifier: 'yesterday', DBClusterIdentifier: cluster(EAST) };
    await east.send(new CreateDBClusterSnapshotCommand(snapshot));
  },
};

const REFERENCE = 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference';

const MEMBER = 'GlobalClusters[].GlobalClusterMembers[]';
const STATES = [`${MEMBER}.GlobalWriteForwardingStatus`, `${MEMBER}.SynchronizationStatus`];
const memberStates: Difference = {
  moto: { members: STATES },
  because: "knows no states of a global database's members",
  source: `${REFERENCE}/API_GlobalClusterMember.html`,
};
const instances: Difference = {
  moto: { members: ['DBClusters[].MultiAZ', 'DBClusters[].DBClusterMembers[].IsClusterWriter'] },
  because: "calls every cluster's first instance a writer and puts all of them into one Availability Zone",
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html',
};

const global = step(
  RDSClient,
  DescribeGlobalClustersCommand,
  { GlobalClusterIdentifier: GLOBAL },
  { differs: memberStates },
);
const describe = (region: string) =>
  step(RDSClient, DescribeDBClustersCommand, { DBClusterIdentifier: cluster(region) }, { region, differs: instances });

const failOver = (more: object = { AllowDataLoss: true }, region = WEST, target = clusterArn(WEST)) =>
  step(
    RDSClient,
    FailoverGlobalClusterCommand,
    { GlobalClusterIdentifier: GLOBAL, TargetDbClusterIdentifier: target, ...more },
    {
      region,
      differs: {
        moto: 'no such operation',
        because: 'has no failover of a global database',
        source: 'https://docs.getmoto.org/en/latest/docs/services/rds.html',
      },
    },
  );
/** How the failover shows. */
const failingOver = step(
  RDSClient,
  DescribeGlobalClustersCommand,
  { GlobalClusterIdentifier: GLOBAL },
  {
    region: WEST,
    differs: {
      moto: { members: [...STATES, 'GlobalClusters[].Status', 'GlobalClusters[].FailoverState'] },
      because: 'has no failover of a global database',
      source: `${REFERENCE}/API_FailoverState.html`,
    },
  },
);

/** Only as large, and as far, as the simulation and moto make their volumes and their work. */
const making = (path: string) => ['AllocatedStorage', 'Status', 'PercentProgress'].map((name) => `${path}.${name}`);

const listed = (input: DescribeDBClusterSnapshotsCommandInput = { SnapshotType: 'manual' }) =>
  step(RDSClient, DescribeDBClusterSnapshotsCommand, input, { varies: making('DBClusterSnapshots[]') });
const snap = (DBClusterSnapshotIdentifier: string, of = cluster(EAST), differs?: Difference) =>
  step(
    RDSClient,
    CreateDBClusterSnapshotCommand,
    { DBClusterSnapshotIdentifier, DBClusterIdentifier: of },
    { varies: making('DBClusterSnapshot'), differs },
  );
const remove = (DBClusterSnapshotIdentifier: string) =>
  step(
    RDSClient,
    DeleteDBClusterSnapshotCommand,
    { DBClusterSnapshotIdentifier },
    { varies: making('DBClusterSnapshot') },
  );
const origin: Difference = {
  moto: { members: ['DBClusterSnapshot.SourceDBClusterSnapshotArn'] },
  because: 'does not say of what a snapshot is a copy',
  source: `${REFERENCE}/API_DBClusterSnapshot.html`,
};
const copy = (source: string, KmsKeyId = KEY_ALIAS, differs?: Difference) =>
  step(
    RDSClient,
    CopyDBClusterSnapshotCommand,
    {
      SourceDBClusterSnapshotIdentifier: `arn:aws:rds:${EAST}:${ACCOUNT}:cluster-snapshot:${source}`,
      TargetDBClusterSnapshotIdentifier: `${source}-copy`,
      KmsKeyId,
    },
    { region: WEST, varies: [...making('DBClusterSnapshot'), 'DBClusterSnapshot.KmsKeyId'], differs },
  );

/** RDS, in which an Aurora Global Database stands. */
export const rds: ServiceContract = {
  client: 'RDSClient',
  model: 'rds',
  documentation: (operation) => `${REFERENCE}/API_${operation}.html`,
  cases: [
    { name: 'a global database tells its members and its writer', prepare, steps: [global] },
    { name: 'a cluster tells its instances', prepare, steps: [describe(EAST), describe(WEST)] },
    { name: 'S15 a failover is under way until it is done', prepare, steps: [failOver(), failingOver] },
    {
      name: 'S15 a failover is asked of its target, a switchover of the primary, and only one at a time',
      prepare,
      steps: [
        failOver({ AllowDataLoss: true }, EAST),
        failOver({ Switchover: true }, WEST),
        failOver({ AllowDataLoss: true, Switchover: true }),
        failOver({ AllowDataLoss: true }, WEST, clusterArn('eu-west-1')),
        failOver({ Switchover: true }, EAST),
        failOver(),
      ],
    },
    { name: 'a snapshot is listed once it is asked for', prepare, steps: [listed(), snap('today'), listed()] },
    {
      name: 'a snapshot is found by its name, and is gone once it is deleted',
      prepare,
      steps: [listed({ DBClusterSnapshotIdentifier: 'yesterday' }), remove('yesterday'), listed(), remove('yesterday')],
    },
    {
      name: "S25 a snapshot is copied to another Region with that Region's key",
      prepare,
      steps: [copy('yesterday', KEY_ALIAS, origin), copy('yesterday'), copy('other'), copy('yesterday', 'alias/other')],
    },
    {
      name: 'a snapshot that cannot be is refused',
      prepare,
      steps: [
        snap('yesterday'),
        snap('today', 'other'),
        snap('no good', cluster(EAST), {
          moto: 'success',
          because: 'takes any identifier',
          source: `${REFERENCE}/API_CreateDBClusterSnapshot.html`,
        }),
      ],
    },
    {
      name: 'what does not exist is not found',
      prepare,
      steps: [
        step(RDSClient, DescribeDBClusterSnapshotsCommand, { DBClusterSnapshotIdentifier: 'other' }),
        step(RDSClient, DescribeDBClustersCommand, { DBClusterIdentifier: 'other' }),
        step(
          RDSClient,
          DescribeGlobalClustersCommand,
          { GlobalClusterIdentifier: 'other' },
          {
            differs: {
              moto: 'success',
              because: 'answers every global database to an unknown name',
              source: `${REFERENCE}/API_DescribeGlobalClusters.html`,
            },
          },
        ),
      ],
    },
  ],
};
