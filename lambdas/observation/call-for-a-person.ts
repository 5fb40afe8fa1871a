import { SFNClient } from '@aws-sdk/client-sfn';
import { critical } from '../aws';
import type { Outside } from '../outside';
import type { Plan } from '../plan/plan';
import { LOOP_SECONDS } from '../plan/timing';
import type { IncidentCall } from '../signals/incident-signal';
import { GRACE_SECONDS } from './call-for-failover';
import { downForSeconds } from './down-for';
import { startOnce } from './start-once';
import type { Vote } from './vote';

/** One incident in this time, because people know after the first. */
const EVERY_MINUTES = 30;

/**
 * Every Region that could serve is down, so no journey there can tell anybody: starts the incident here. What lasted is
 * this loop's own memory where the authority died with those Regions, so it must be shorter than a loop.
 */
export const callForAPerson = async (
  { aws }: Outside,
  plan: Pick<Plan, 'regions' | 'automation'>,
  machineArn: string | undefined,
  vote: Vote,
): Promise<void> => {
  const enoughSeconds = Math.min(plan.automation.sustainedSeconds + GRACE_SECONDS, LOOP_SECONDS / 2);
  const isOver = plan.regions.every(({ name }) => downForSeconds(vote, name) >= enoughSeconds);
  if (machineArn === undefined || !isOver) return;
  const down = plan.regions.map(({ name }) => ({
    region: name,
    since: vote.opinions.find(({ region }) => region === name)!.since,
  }));
  const call: IncidentCall = { observer: vote.observer, down };
  await startOnce(aws(SFNClient, critical(vote.observer)), machineArn, `incident-${windowOf(vote.at)}`, call);
};

/** `2026-01-06T09:43:27.123Z` → `2026-01-06T0930`. */
const windowOf = (at: string): string => {
  const windowMs = EVERY_MINUTES * 60_000;
  const beganMs = Math.floor(Date.parse(at) / windowMs) * windowMs;
  return new Date(beganMs).toISOString().slice(0, 16).replace(':', '');
};
