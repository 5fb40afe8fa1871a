import type { PlanRule } from '../problem';

/** Users follow two of three switches; with fewer, one dead Region could stop a move, and with more, two could disagree. */
export const trafficFollowsThreeSwitches: PlanRule = ({ regions, authority }) => {
  const { regions: deciding, switches } = authority;
  if (switches === undefined && deciding.length !== 1) return [];
  if (switches?.length === 3) return [];
  const some = [...new Set([...regions.map(({ name }) => name), ...deciding])].slice(0, 3);
  return [
    {
      path: ['authority', 'switches'],
      wrong: switches
        ? `${switches.length} switch Regions: users follow two of three`
        : 'missing: one Region cannot switch the traffic by two of three (S23)',
      allowed: 'three Regions, which may run the application',
      fix: some.length === 3 ? `write [${some.join(', ')}]` : 'name three Regions',
    },
  ];
};
