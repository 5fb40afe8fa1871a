import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, Metric, Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { METRICS, names } from '../../lambdas/plan/names';
import type { Plan, Region } from '../../lambdas/plan/plan';
import { switchRegions } from '../../lambdas/plan/switch-regions';
import { workloadRegions } from '../regions';
import type { Site } from '../uses/site';

/** One page per workload Region: what its observer says, how far its stores lag, who gets traffic, and the runs. */
export const dashboard = (scope: Construct, { plan, region }: Site, failover: IStateMachine): Dashboard =>
  new Dashboard(scope, 'dashboard', {
    dashboardName: names(plan).prefix,
    widgets: [
      [graph('Found down by the observer here', downVotes(plan)), graph('Traffic on', trafficOn(plan, region))],
      [graph('Replication lag (ms)', lags(plan, region)), graph('Failover runs', runs(failover))],
    ],
  });

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, width: 12 });

const downVotes = (plan: Plan): IMetric[] =>
  workloadRegions(plan).map((suspect) => own(plan, 'RegionDown', suspect, Stats.MAXIMUM, Duration.seconds(10)));

/** Published in switch Regions only. */
const trafficOn = (plan: Plan, here: Region): IMetric[] => {
  const region = switchRegions(plan).find((at) => at === here) ?? switchOutside(plan);
  return workloadRegions(plan).map((switched) =>
    own(plan, 'TrafficOn', switched, Stats.MINIMUM, Duration.minutes(1)).with({ region }),
  );
};

/** A switch Region that runs no application, where there is one. */
const switchOutside = (plan: Plan): Region => {
  const outside = switchRegions(plan).find((at) => !workloadRegions(plan).includes(at));
  return outside ?? switchRegions(plan)[0]!;
};

const own = (plan: Plan, metricName: string, region: Region, statistic: string, period: Duration): Metric =>
  new Metric({
    namespace: METRICS,
    metricName,
    dimensionsMap: { Application: plan.application, Region: region },
    label: region,
    statistic,
    period,
  });

/** Aurora publishes the lag of a global cluster's secondary in that secondary's Region. */
const lags = (plan: Plan, here: Region): IMetric[] =>
  plan.resources.flatMap((resource) => {
    const cluster = resource.kind === 'aurora-global' ? resource.clusters[here] : undefined;
    if (cluster === undefined) return [];
    return workloadRegions(plan)
      .filter((source) => source !== here)
      .map(
        (source) =>
          new Metric({
            namespace: 'AWS/RDS',
            metricName: 'AuroraGlobalDBRPOLag',
            dimensionsMap: { DBClusterIdentifier: cluster, SourceRegion: source },
            label: `${resource.name} behind ${source}`,
            statistic: Stats.MAXIMUM,
            period: Duration.minutes(1),
          }),
      );
  });

const runs = (failover: IStateMachine): IMetric[] => [
  failover.metricStarted(),
  failover.metricSucceeded(),
  failover.metricFailed(),
  failover.metricTimedOut(),
];
