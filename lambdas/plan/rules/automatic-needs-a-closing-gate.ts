import type { PlanRule } from '../problem';

/**
 * Nobody can ask a silent Region whether it still writes. Only a gate that closes by itself tells that it does not; to
 * promote without would let two Regions accept writes that nobody can merge (split brain, S14). A fence that somebody must
 * close is not enough: it needs the silent Region's help. Who can live with that writes down why.
 */
export const automaticNeedsAClosingGate: PlanRule = ({ automation, resources }) => {
  if (automation.mode !== 'automatic' || resources.some(({ kind }) => kind === 'gate-parameter')) return [];
  if (automation.acceptSplitBrainRisk !== undefined) return [];
  return [
    {
      path: ['automation', 'mode'],
      wrong: 'automatic without a gate that closes by itself: both Regions could accept writes, a split brain (S14)',
      allowed: 'automatic with a resource of kind gate-parameter, or with acceptSplitBrainRisk; or observe, approve',
      fix: 'add a gate-parameter and the client in examples/gate-client, write approve, or say in automation.acceptSplitBrainRisk why it may happen',
    },
  ];
};
