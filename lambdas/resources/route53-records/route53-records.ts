import { done, pending, refused, type Acting, type Kind } from '../kind';
import type { Route53Records } from './schema';

/** Traffic follows the map; no record is edited, so no control plane is on the way (S21). */
const shift: Acting<Route53Records> = {
  deadlineSeconds: 60,
  async start(resource, { to }, { authority, aboutToAct }) {
    await aboutToAct();
    const told = await authority.switchTraffic();
    if (!told) return refused('this run no longer leads, so the traffic map stays as it is');
    return done(`${resource.record} goes to ${to}; the switches in ${told.join(', ') || 'no Region'} know at once`);
  },
  poll: async (resource) => refused(`${resource.name} has nothing to wait for`),
};

/** While two records are healthy, each is answered by chance: the old Region has left when none of so many names it. */
const LOOKS = 8;

/** What this Region's resolver and the zone itself answer is what users will get once their caches end. */
const check: Acting<Route53Records> = {
  deadlineSeconds: 600,
  start: (resource, move, ways) => check.poll(resource, move, ways),
  async poll(resource, { to }, { outside }) {
    const wanted = resource.value.replaceAll('{region}', to);
    const asked = [
      outside.dns(resource.record, 'CNAME'),
      // A zone that cannot be asked tells nothing, and adds nothing.
      ...Array.from({ length: LOOKS }, () => outside.dns(resource.record, 'CNAME', 'the zone')),
    ];
    const answers = [...new Set((await Promise.all(asked)).flat())];
    if (answers.length > 0 && answers.every((one) => one === wanted))
      return done(`${resource.record} answers ${wanted}`);
    return pending(`${resource.record} answers ${answers.join(', ') || 'nothing'}, not yet ${wanted} alone`, 10);
  },
};

/** Weighted Route 53 records, one per Region, each behind that Region's switch. */
export const route53RecordsKind: Kind<Route53Records> = { shift, check };
