import { readAuthority } from '../authority/authority';
import { delayPromotion, grantLease, isLedBy } from '../authority/leading';
import type { Replicas } from '../authority/replicas';
import { publishEverywhere, setTraffic } from '../authority/traffic';
import type { Plan } from '../plan/plan';
import { switchRegions } from '../plan/switch-regions';
import type { Authority, Move } from '../resources/kind';

/** Lends the authority to a capability, for one run only. */
export const authorityFor = (replicas: Replicas, plan: Plan, move: Move): Authority => ({
  async oldGateClosedAt() {
    const item = await readAuthority(replicas);
    // Unknown is never: a gate that nobody can date is not closed (S14).
    return item?.run && isLedBy(item, move) ? Date.parse(item.run.oldGateClosedAt) : Infinity;
  },
  async oldGateStaysOpen(breakGlass) {
    // Who attested that nothing writes there any more answers for it.
    if (move.fenceAttested === undefined) await delayPromotion(replicas, move, breakGlass, plan.authority.lease);
  },
  grantLease: () => grantLease(replicas, move, plan.authority.lease),
  async switchTraffic() {
    const regions = plan.regions.map(({ name }) => name);
    if (!(await setTraffic(replicas, move, regions))) return undefined;
    const traffic = Object.fromEntries(regions.map((region) => [region, region === move.to]));
    const reachable = switchRegions(plan).filter((region) => region !== move.from);
    return publishEverywhere(replicas.outside, plan.application, traffic, reachable);
  },
});
