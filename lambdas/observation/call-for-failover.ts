import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { critical } from '../aws';
import type { Outside } from '../outside';
import type { Plan, Region } from '../plan/plan';
import type { ObserverCall } from '../signals/observer-call';
import type { Vote } from './vote';

/** How much longer than `sustained` a loss lasts before the observer steps in for an event that never came. */
const GRACE_SECONDS = 20;

/**
 * Alarms are edges and outages are levels: while the active Region stays down, and no run leads or waits for people, call
 * again each minute.
 */
export const callForFailover = async (
  { aws }: Outside,
  plan: Pick<Plan, 'regions' | 'automation'>,
  machineArns: Readonly<Record<Region, string>>,
  vote: Vote,
  authority: { readonly active: Region; readonly isLed: boolean; readonly isAsked: boolean } | undefined,
): Promise<void> => {
  if (!authority || authority.isLed || authority.isAsked) return;
  const lost = authority.active;
  const opinion = vote.opinions.find(({ region, says }) => region === lost && says === 'down');
  const target = chooseTarget(plan, vote.observer, lost);
  if (!opinion || !target) return;
  const lastedMs = Date.parse(vote.at) - Date.parse(opinion.since);
  if (lastedMs < (plan.automation.sustainedSeconds + GRACE_SECONDS) * 1000) return;
  const machine = machineArns[target];
  if (!machine) return;
  const call: ObserverCall = { observer: vote.observer, lost, since: opinion.since };
  // A run's name is the name of its evidence and ledger, so it is another one in every Region.
  const run = `${lost}-to-${target}-${minuteOf(vote.at)}`;
  await startOnce(aws(SFNClient, critical(target)), machine, run, call);
};

/** The Region that would take over: this one, if it can, else the first of the plan that is not lost. */
const chooseTarget = ({ regions }: Pick<Plan, 'regions'>, here: Region, lost: Region): Region | undefined => {
  const others = regions.map(({ name }) => name).filter((name) => name !== lost);
  return others.includes(here) ? here : others[0];
};

/** `2026-01-06T09:03:27.123Z` → `2026-01-06T0903`: one run per minute, whoever calls. */
const minuteOf = (at: string): string => at.slice(0, 16).replace(':', '');

const startOnce = async (
  client: SFNClient,
  stateMachineArn: string,
  name: string,
  call: ObserverCall,
): Promise<void> => {
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(call) }));
  } catch (fault) {
    // Another observer was first, which is as good.
    if (!(fault instanceof Error) || fault.name !== 'ExecutionAlreadyExists') throw fault;
  }
};
