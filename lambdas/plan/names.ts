import type { Plan, Region } from './plan';

/** Names that both the stacks and the functions must know; deterministic, because nothing is exported between Regions. */
export const names = (plan: Pick<Plan, 'application' | 'generation'>) => {
  const prefix = `understudy-${plan.application}${plan.generation === 1 ? '' : `-g${plan.generation}`}`;
  return {
    prefix,
    table: `${prefix}-authority`,
    topic: `${prefix}-notices`,
    /** A Lambda function; the same name in every Region. */
    handler: (handler: string) => `${prefix}-${handler}`,
    machine: (journey: string) => `${prefix}-${journey}`,
    /** The alarm of the observer here on the loss of `region`. */
    downAlarm: (region: Region) => `${prefix}-${region}-down`,
    /** The alarm on a replica here that falls behind `from`. */
    lagAlarm: (resource: string, from: Region) => `${prefix}-${resource}-behind-${from}`,
    /** The alarm that the Route 53 health check of a switch Region reads. */
    switchAlarm: (region: Region) => `${prefix}-traffic-on-${region}`,
    evidenceBucket: (account: string, region: Region) => `${prefix}-${account}-${region}`,
  };
};

/** The CloudWatch namespace of every metric we publish. */
export const METRICS = 'Understudy';

/** The metric by which a switch Region hears whether a Region gets users: 1 or 0. */
export const TRAFFIC_ON = 'TrafficOn';

/** The metric that tells how far a replica is behind, in seconds. */
export const LAG = 'ReplicationLagSeconds';
