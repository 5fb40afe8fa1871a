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
    /** The alarm on the newest good recovery point here. */
    backupAgeAlarm: (resource: string) => `${prefix}-${resource}-backup-age`,
    /** The alarm on a health check of the user's. */
    healthCheckAlarm: (healthCheck: string) => `${prefix}-health-check-${healthCheck}`,
    /** The Route 53 health check by which the witness sees `region`. */
    witnessCheck: (region: Region) => `${prefix}-witness-of-${region}`,
    /** The rule that hears the signals of a loss of `region`. */
    signals: (region: Region) => `${prefix}-signals-${region}`,
    /** What the name of every recovery point of a resource begins with; nothing else is ever pruned. */
    recoveryPoints: (resource: string) => `${prefix}-${resource}-`,
    /** The alias of the key that encrypts copies of recovery points; the same in every Region. */
    backupKey: `alias/${prefix}-backups`,
    evidenceBucket: (account: string, region: Region) => `${prefix}-${account}-${region}`,
  };
};

/** The CloudWatch namespace of every metric we publish. */
export const METRICS = 'Understudy';

/** The metric by which a switch Region hears whether a Region gets users: 1 or 0. */
export const TRAFFIC_ON = 'TrafficOn';

/** The metric that tells how far a replica is behind, in seconds. */
export const LAG = 'ReplicationLagSeconds';

/** The metric that tells how old the newest good recovery point is, in hours. */
export const BACKUP_AGE = 'BackupAgeHours';
