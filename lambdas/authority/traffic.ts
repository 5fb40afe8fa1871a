import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { bestEffort, critical } from '../aws';
import type { Outside } from '../outside';
import { METRICS, TRAFFIC_ON } from '../plan/names';
import type { Region } from '../plan/plan';
import type { Move } from '../resources/kind';
import type { AuthorityItem } from './authority';
import { compareAndSet } from './compare-and-set';
import { whileLedBy } from './leading';
import type { Replicas } from './replicas';

/** Turns traffic on in the target alone; one is always on (S24). False if this run no longer leads. */
export const setTraffic = async (replicas: Replicas, move: Move, regions: readonly Region[]): Promise<boolean> => {
  const led = whileLedBy(move);
  const { applied } = await compareAndSet(replicas, {
    nonce: `${move.run} in ${move.to} sets the traffic map`,
    condition: led.condition,
    set: ['#traffic = :traffic'],
    names: { ...led.names, '#traffic': 'traffic' },
    values: {
      ...led.values,
      ':traffic': Object.fromEntries(regions.map((region) => [region, region === move.to])),
    },
  });
  return applied;
};

/** The traffic map, and when it was about to be read or set, by a clock that is right. */
export interface DatedTraffic {
  readonly traffic: AuthorityItem['traffic'];
  readonly at?: Date;
}

/** Dates a map that was read or set from `askedMs` on; not while the clock here is wrong (S11). */
export const dated = ({ clockGuard }: Replicas, traffic: AuthorityItem['traffic'], askedMs: number): DatedTraffic =>
  clockGuard.objection() === undefined ? { traffic, at: new Date(askedMs) } : { traffic };

/**
 * Tells one switch Region's CloudWatch which Regions get users: `TrafficOn` of 0 or 1 for each. It is dated, because a
 * word that takes effect minutes later would otherwise count as the newest, and turn a Region on that was left (S23).
 */
export const publishTraffic = async (
  outside: Outside,
  application: string,
  { traffic, at }: DatedTraffic,
  to: Region,
  path: 'critical' | 'best-effort',
): Promise<void> => {
  const limits = path === 'critical' ? critical(to) : bestEffort(to);
  await outside.aws(CloudWatchClient, limits).send(
    new PutMetricDataCommand({
      Namespace: METRICS,
      MetricData: Object.entries(traffic).map(([region, on]) => ({
        MetricName: TRAFFIC_ON,
        Dimensions: [
          { Name: 'Application', Value: application },
          { Name: 'Region', Value: region },
        ],
        Timestamp: at,
        Value: on ? 1 : 0,
      })),
    }),
  );
};

/** Tells every switch Region at once, the lost one apart; answers which of them heard it. */
export const publishEverywhere = async (
  outside: Outside,
  application: string,
  traffic: DatedTraffic,
  regions: readonly Region[],
): Promise<Region[]> => {
  const told = await Promise.allSettled(
    regions.map((region) => publishTraffic(outside, application, traffic, region, 'best-effort')),
  );
  return regions.filter((_, index) => told[index]!.status === 'fulfilled');
};
