/** What a run can be a run of: one state machine each. */
export const journeys = ['failover', 'replication-watch', 'backup', 'incident'] as const;

export type Journey = (typeof journeys)[number];
