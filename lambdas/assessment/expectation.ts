import type { AuthorityItem } from '../authority/authority';
import { breakGlassOf } from '../authority/break-glass';
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
    assessedAt: new Date(nowMs).toISOString(),
    epoch: item?.epoch ?? 0,
    ...(item?.lease ? { renewal: item.lease.renewal } : {}),
    ...(last ? { renewedAt: last.at } : {}),
    ...(abandonedSeenAt === undefined ? {} : { abandonedSeenAt }),
    ...(continues ? { continues } : {}),
    ...(sight && last && sight.epoch === last.epoch && sight.renewal === last.renewal
      ? { renewalSeenAt: sight.at }
      : {}),
    ...oldGateOpenUntil(plan, item, suspect, nowMs),
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
const oldGateOpenUntil = (
  { authority: { lease } }: Plan,
  item: AuthorityItem | undefined,
  suspect: Region,
  nowMs: number,
): Pick<Expectation, 'oldGateOpenUntil'> => {
  const noted = item && breakGlassOf(item, suspect, nowMs);
  const times = [
    ...(noted ? [Date.parse(noted.until) + lease.marginSeconds * 1000] : []),
    ...(item?.run ? [Date.parse(item.run.oldGateClosedAt)] : []),
  ];
  return times.length > 0 ? { oldGateOpenUntil: new Date(Math.max(...times)).toISOString() } : {};
};
