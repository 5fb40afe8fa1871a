import type { PlanRule } from '../problem';

/** A question that takes more people than there are roles could never be answered with yes. */
export const enoughRolesCanApprove: PlanRule = ({ automation: { approval } }) => {
  const roles = new Set(approval.roles).size;
  if (approval.people <= roles) return [];
  return [
    {
      path: ['automation', 'approval', 'people'],
      wrong: `${approval.people} people must say yes, but there are ${roles} roles: ${approval.roles.join(', ')}`,
      allowed: `1 to ${roles}`,
      fix: 'ask fewer people, or name more roles',
    },
  ];
};
