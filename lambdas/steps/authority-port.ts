import { readAuthority, type AuthorityItem } from '../authority/authority';
import { delayPromotion, grantLease, isLedBy } from '../authority/leading';
import type { Replicas } from '../authority/replicas';
import { dated, publishEverywhere, setTraffic } from '../authority/traffic';
import type { Plan } from '../plan/plan';
import { switchRegions } from '../plan/switch-regions';
import type { Authority, Move } from '../resources/kind';

/** Lends the authority to a capability, for one run only. */
export const authorityFor = (replicas: Replicas, plan: Plan, move: Move): Authority => ({
  async oldGateClosedAt() {
    const item = await readAuthority(replicas);
    // Unknown is never: a gate that nobody can date is not closed (S14).
    if (!item?.run || !isLedBy(item, move)) return Infinity;
    return Math.max(Date.parse(item.run.oldGateClosedAt), announcedMs(item, move, plan));
  },
  async oldGateStaysOpen(breakGlass) {
    // Who attested that nothing writes there any more answers for it.
    if (move.fenceAttested === undefined) await delayPromotion(replicas, move, breakGlass, plan.authority.lease);
  },
  grantLease: () => grantLease(replicas, move, plan.authority.lease),
  async switchTraffic() {
    const regions = plan.regions.map(({ name }) => name);
    const askedMs = replicas.outside.clock.now();
    if (!(await setTraffic(replicas, move, regions))) return undefined;
    const traffic = Object.fromEntries(regions.map((region) => [region, region === move.to]));
    const reachable = switchRegions(plan).filter((region) => region !== move.from);
    return publishEverywhere(replicas.outside, plan.application, dated(replicas, traffic, askedMs), reachable);
  },
});

/** A break-glass may be announced while the run waits; who attested that nothing writes there any more answers for it. */
const announcedMs = (
  { breakGlass }: AuthorityItem,
  { from, fenceAttested }: Move,
  { authority: { lease } }: Plan,
): number =>
  breakGlass?.region === from && fenceAttested === undefined
    ? Date.parse(breakGlass.until) + lease.marginSeconds * 1000
    : -Infinity;
