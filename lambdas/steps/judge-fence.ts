import type { Plan } from '../plan/plan';
import { having, kindOf } from '../resources/registry';

/**
 * Whether what was done is enough to make another Region the writer (S14): every gate that closes by itself has expired;
 * or, where the plan has none, every fence is confirmed, or the plan accepts the risk in writing; or a person attests it.
 * A fence that somebody must close is never an expiry, so beside a gate it may be refused, and is told.
 */
export const judgeFence = (
  plan: Pick<Plan, 'resources' | 'automation'>,
  done: readonly string[],
  attested: string | undefined,
): { readonly ok: boolean; readonly because: string } => {
  if (attested !== undefined) return { ok: true, because: `a person attests that nothing writes there: ${attested}` };
  const fences = having(plan, 'fence');
  const gates = fences.filter((resource) => kindOf(resource).closesByItself);
  const needed = gates.length > 0 ? gates : fences;
  const open = needed.filter(({ name }) => !done.includes(name)).map(({ name }) => name);
  if (needed.length > 0 && open.length === 0) {
    return { ok: true, because: `${needed.map(({ name }) => name).join(', ')} stopped the writers` };
  }
  const { acceptSplitBrainRisk } = plan.automation;
  if (gates.length === 0 && acceptSplitBrainRisk !== undefined) {
    return { ok: true, because: `the plan accepts that two Regions may write: ${acceptSplitBrainRisk}` };
  }
  // Nothing becomes the writer, so nothing must stop being it.
  if (fences.length === 0 && having(plan, 'promote').length + having(plan, 'openGate').length === 0) {
    return { ok: true, because: 'the plan has nothing that writes' };
  }
  const why = open.length > 0 ? `${open.join(', ')} did not stop the writers` : 'the plan has no fence';
  return { ok: false, because: `${why}; only a person who attests it ("fenced") could go on` };
};
