import { SFNClient } from '@aws-sdk/client-sfn';
import { critical } from '../aws';
import type { Outside } from '../outside';
import type { Plan, Region } from '../plan/plan';
import type { ObserverCall } from '../signals/observer-call';
import { downForSeconds } from './down-for';
import { startOnce } from './start-once';
import type { Vote } from './vote';

/** How much longer than `sustained` a loss lasts before the observer steps in for an event that never came. */
export const GRACE_SECONDS = 20;

/** Who is active and who leads or waits for people, as far as an observer needs to know. */
export interface Led {
  readonly active: Region;
  /** The Region of the run that leads; absent where none does. */
  readonly leader?: { readonly region: Region; isAbandoned(isRegionLost: boolean): boolean };
  /** Whether people are asked about this loss, and their answer is still waited for. */
  readonly isAsked: boolean;
}

/**
 * Alarms are edges and outages are levels: while the active Region stays down, and no run leads or waits for people, call
 * again each minute. A leader that fell silent with its own Region leads nobody (S26).
 */
export const callForFailover = async (
  { aws }: Outside,
  plan: Pick<Plan, 'regions' | 'automation'>,
  machineArns: Readonly<Record<Region, string>>,
  vote: Vote,
  authority: Led | undefined,
): Promise<void> => {
  if (!authority || authority.isAsked) return;
  const { active: lost, leader } = authority;
  const isLost = (region: Region) => downForSeconds(vote, region) >= plan.automation.sustainedSeconds + GRACE_SECONDS;
  if (!isLost(lost) || (leader && !leader.isAbandoned(isLost(leader.region)))) return;
  const target = chooseTarget(plan, vote, lost);
  const machine = target && machineArns[target];
  if (!machine) return;
  const since = vote.opinions.find(({ region }) => region === lost)!.since;
  const call: ObserverCall = { observer: vote.observer, lost, since };
  // A run's name is the name of its evidence and ledger, so it is another one in every Region.
  const run = `${lost}-to-${target}-${minuteOf(vote.at)}`;
  await startOnce(aws(SFNClient, critical(target)), machine, run, call);
};

/** The Region that would take over: this one, if it can, else the first of the plan that is not seen down. */
const chooseTarget = ({ regions }: Pick<Plan, 'regions'>, vote: Vote, lost: Region): Region | undefined => {
  const others = regions.map(({ name }) => name).filter((name) => name !== lost);
  if (others.includes(vote.observer)) return vote.observer;
  return others.find((name) => downForSeconds(vote, name) < 0);
};

/** `2026-01-06T09:03:27.123Z` → `2026-01-06T0903`: one run per minute, whoever calls. */
const minuteOf = (at: string): string => at.slice(0, 16).replace(':', '');
