import type { AuthorityItem } from '../authority/authority';
import type { Expectation } from '../authority/lead';
import type { Vote } from '../observation/vote';
import type { Plan, Region } from '../plan/plan';
import type { Leader } from './leader';
import { freshlyDown } from './votes-on';

/** What the lead is to be taken on: it is not, if anything of this has changed by then. */
export const expectation = (
  plan: Plan,
  item: AuthorityItem | undefined,
  { abandonedSeenAt, continues }: Leader,
  votes: readonly Vote[],
  { here, suspect }: { readonly here: Region; readonly suspect: Region },
  nowMs: number,
): Expectation => {
  const sight = votes.find(({ observer }) => observer === here)?.leaseSeen;
  const last = lastRenewal(item);
  return {
    epoch: item?.epoch ?? 0,
    ...(item?.lease ? { renewal: item.lease.renewal } : {}),
    ...(last ? { renewedAt: last.at } : {}),
    ...(abandonedSeenAt === undefined ? {} : { abandonedSeenAt }),
    ...(continues ? { continues } : {}),
    ...(sight && last && sight.epoch === last.epoch && sight.renewal === last.renewal
      ? { renewalSeenAt: sight.at }
      : {}),
    ...oldGateOpenUntil(plan, item),
    votes: freshlyDown(votes, suspect, nowMs).map(({ vote: { observer }, opinion: { says, since } }) => ({
      observer,
      says,
      since,
    })),
  };
};

/** The newest renewal that anybody may count on, be it of a lease that a run has taken away. */
const lastRenewal = (item: AuthorityItem | undefined) =>
  item?.lease ? { epoch: item.epoch, renewal: item.lease.renewal, at: item.lease.at } : item?.run?.lastRenewal;

/** By a break-glass, which ends a margin before its writers surely have; or as an earlier run found. */
const oldGateOpenUntil = (plan: Plan, item: AuthorityItem | undefined): Pick<Expectation, 'oldGateOpenUntil'> => {
  const until = item?.lease?.breakGlass?.until;
  if (until === undefined) return item?.run ? { oldGateOpenUntil: item.run.oldGateClosedAt } : {};
  const { marginSeconds } = plan.authority.lease;
  return { oldGateOpenUntil: new Date(Date.parse(until) + marginSeconds * 1000).toISOString() };
};
