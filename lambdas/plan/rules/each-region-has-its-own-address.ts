import type { Path, PlanRule, Problem } from '../problem';

/** One address for all Regions would show the health of whichever answers, and lead users in a circle. */
export const eachRegionHasItsOwnAddress: PlanRule = ({ checks, resources }) => [
  ...checks.flatMap(({ url }, at) => common(url, ['checks', at, 'url'])),
  ...resources.flatMap((resource, at) =>
    resource.kind === 'route53-records' ? common(resource.value, ['resources', at, 'value']) : [],
  ),
];

const common = (address: string, path: Path): readonly Problem[] =>
  address.includes('{region}')
    ? []
    : [
        {
          path,
          wrong: `"${address}" is the same in every Region`,
          allowed: 'an address with {region} in it',
          fix: 'write {region} where the Region differs, such as {region}.shop.example',
        },
      ];
