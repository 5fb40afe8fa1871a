import type { PlanRule } from '../problem';

/**
 * A service that the plan scales answers the checks. To stop it would silence the Region for good: nobody could see that it
 * came back in time, and it would be moved although it lives (S15).
 */
export const aFenceSparesWhatAnswers: PlanRule = ({ resources }) =>
  resources.flatMap((resource, at) => {
    if (resource.kind !== 'fence-ecs') return [];
    const { cluster, service } = resource;
    const answering = resources.find(
      (other) => other.kind === 'ecs-service' && other.cluster === cluster && other.service === service,
    );
    if (!answering) return [];
    return [
      {
        path: ['resources', at, 'service'],
        wrong: `"${service}" answers the checks as "${answering.name}", and a fenced Region could not show that it is back`,
        allowed: 'a service of its own that writes, such as a queue worker',
        fix: 'remove this fence, and let the service ask the write gate before each commit',
      },
    ];
  });
