import type { PlanRule } from '../problem';
import { witnessRecord } from '../witness';

/** A name with a CNAME can have no other record: https://datatracker.ietf.org/doc/html/rfc1034#section-3.6.2 */
export const theWitnessHasNamesOfItsOwn: PlanRule = ({ witness, regions, checks, resources }) => {
  if (!witness) return [];
  const addresses = [
    ...checks.map(({ url }) => new URL(url.replaceAll('{region}', 'region')).hostname),
    ...resources.flatMap((one) => (one.kind === 'route53-records' ? [one.record, one.value] : [])),
  ].map((address) => address.replaceAll('{region}', 'region').toLowerCase());
  const own = witnessRecord(witness, 'region').toLowerCase();
  const taken = addresses.includes(own) || regions.some(({ name }) => addresses.includes(witnessRecord(witness, name)));
  if (!taken) return [];
  return [
    {
      path: ['witness', 'record'],
      wrong: `"{region}.${witness.record}" is an address of the application`,
      allowed: 'a name under which nothing else is found',
      fix: `write witness.${witness.record}`,
    },
  ];
};
