import type { PlanRule } from '../problem';

/** What a failover takes before its first useful step, and after its last, is known beforehand; an RTO below is a false promise. */
export const objectivesLeaveTimeToMove: PlanRule = ({ objectives, automation, authority, resources }) => {
  const ttls = resources.flatMap((resource) => (resource.kind === 'route53-records' ? [resource.ttlSeconds] : []));
  const answersSeconds = Math.max(0, ...ttls);
  const { sustainedSeconds } = automation;
  const { ttlSeconds } = authority.lease;
  const needed = sustainedSeconds + ttlSeconds + answersSeconds;
  if (objectives.rtoSeconds > needed) return [];
  return [
    {
      path: ['objectives', 'rto'],
      wrong: `${objectives.rtoSeconds}s cannot be kept: waiting alone takes ${needed}s`,
      allowed: `more than ${needed}s = ${sustainedSeconds}s sustained + ${ttlSeconds}s lease + ${answersSeconds}s record ttl, and time to promote`,
      fix: 'promise a longer rto, or shorten automation.sustained, authority.lease.ttl or the record ttl',
    },
  ];
};
