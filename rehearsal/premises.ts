import { faultNamed } from './faults/spell';
import type { Premises } from './invariants/record';
import type { Disturbance } from './invariants/recording';
import type { Request } from './rehearse';
import { expectationOf } from './scenarios/scenario';

/** What a rehearsal was asked for, as far as the invariants must know it. */
export const premisesOf = (request: Request, struckMs: number): Omit<Premises, 'replayed'> => ({
  ...(isTrueLoss(request) ? { trueLossMs: struckMs + (request.scenario.lossAfterSeconds ?? 0) * 1000 } : {}),
  disturbances: [...spellsOf(request, struckMs), ...faultsOf(request, struckMs)],
});

/** Nothing but a move will do, and nobody need be asked. */
const isTrueLoss = ({ scenario, plan }: Request): boolean => {
  const { outcome, mayHold, verdicts = [] } = expectationOf(scenario, plan);
  return scenario.journey === 'failover' && outcome === 'moved' && !mayHold && !verdicts.includes('ask');
};

const spellsOf = ({ spells = [] }: Request, struckMs: number): Disturbance[] =>
  spells.map(({ fault, fromSeconds, forSeconds }) => {
    const fromMs = struckMs + fromSeconds * 1000;
    return { id: faultNamed(fault).id, fromMs, untilMs: fromMs + forSeconds * 1000 };
  });

const faultsOf = ({ faults = [] }: Request, struckMs: number): Disturbance[] =>
  faults.map(({ id }) => ({ id, fromMs: struckMs, untilMs: Infinity }));
