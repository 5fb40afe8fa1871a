import { authorityAt, clockTime, type Invariant } from './recording';

/** Data planes that a run may use in an unaffected Region (S20, S21); everything else is a control plane to it. */
const ALLOWED = new Set(['dynamodb', 'cloudwatch', 'rds', 'ecs', 'ssm', 'sns', 'secretsmanager', 's3', 'sfn']);

/** What only fences use: to change it is best effort (S22), and a target's is looked at by readiness alone. */
const FENCES = new Set(['ec2', 'eventbridge', 'lambda']);

/** I11: a run calls nothing outside the two allow-lists: no one-Region control plane, and the lost Region only best effort. */
export const callsStayOnTheAllowedPaths: Invariant = {
  id: 'I11',
  check: (recording) =>
    recording.calls
      .filter(({ run }) => run !== undefined)
      .flatMap(({ t, service, operation, region, path, by, run }) => {
        const atMs = recording.beganMs + t;
        const what = () => `${by} called ${service} ${operation} in ${region} at ${clockTime(atMs)}`;
        if (!ALLOWED.has(service) && !FENCES.has(service)) return [`${what()}, which is on no allow-list`];
        const leader = authorityAt(recording, atMs)?.run;
        const isLost = leader?.name === run && leader?.from === region;
        return isLost && path === 'critical' ? [`${what()}, the lost Region, and waited for it`] : [];
      }),
};
