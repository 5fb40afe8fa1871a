import { names } from '../../lambdas/plan/names';
import type { Scenario, Stage } from './scenario';

/** What earlier runs left in both Regions: one recovery point that is too old, and one of six hours ago. */
export const OLD_POINT = '20251201t1200';
export const LAST_POINT = '20260106t0600';
export const NEW_POINT = '20260106t1200';

export const leaveEarlierPoints = ({ cloud, plan, active, standby }: Stage): void => {
  for (const { cluster, id } of points(plan, active, [OLD_POINT, LAST_POINT])) {
    for (const region of [active, standby]) cloud.rds.adoptSnapshot(region, { id, cluster });
  }
};

/** What is not there of these recovery points and no others, in one Region. */
export const differsFrom = ({ cloud, plan }: Stage, region: string, wanted: readonly string[]): string[] => {
  const expected = points(plan, region, wanted).map(({ id }) => id);
  const found = cloud.rds.snapshots(region);
  const isSame = expected.length === found.length && expected.every((id) => found.includes(id));
  return isSame ? [] : [`${region} keeps ${found.join(', ')}, not ${expected.join(', ')}`];
};

const points = (plan: Stage['plan'], region: string, times: readonly string[]) =>
  plan.resources.flatMap((resource) =>
    resource.kind === 'aurora-global' && plan.backups.some((one) => one.resource === resource.name)
      ? times.map((time) => ({
          id: `${names(plan).recoveryPoints(resource.name)}${time}`,
          cluster: resource.clusters[region] ?? '',
        }))
      : [],
  );

/** The schedule comes due on an ordinary day. */
export const backup: Scenario = {
  name: 'backup',
  journey: 'backup',
  summary: 'the schedule comes due: a recovery point, its copy, and one that is too old is pruned',
  faults: [],
  needs: { what: 'a plan with backups', has: ({ backups }) => backups.length > 0 },
  // Late enough that the next backup is due soon, early enough that all is steady by then.
  beginsAt: '2026-01-06T11:53:00.000Z',
  prepare: leaveEarlierPoints,
  strike: () => undefined,
  expects: {
    outcome: 'completed',
    started: 'by a schedule',
    users: 'undisturbed',
    changes: ['CreateDBClusterSnapshot', 'CopyDBClusterSnapshot', 'DeleteDBClusterSnapshot'],
    leaves: (stage) =>
      [stage.active, stage.standby].flatMap((region) => differsFrom(stage, region, [LAST_POINT, NEW_POINT])),
  },
  watchSecondsMax: 3_600,
};
