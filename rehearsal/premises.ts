import { faultNamed } from './faults/spell';
import type { Premises } from './invariants/record';
import type { Disturbance } from './invariants/recording';
import type { Request } from './rehearse';
import { expectationOf } from './scenarios/scenario';

/** When the scenario struck, and when that was lost which must be answered, in milliseconds since 1970. */
interface Times {
  readonly struckMs: number;
  readonly lossesMs: readonly number[];
}

/** What a rehearsal was asked for, as far as the invariants must know it. */
export const premisesOf = (request: Request, { struckMs, lossesMs }: Times): Omit<Premises, 'replayed'> => ({
  ...(isTrueLoss(request) ? { trueLossMs: lossesMs[0] ?? struckMs } : {}),
  disturbances: [...spellsOf(request, struckMs), ...faultsOf(request, struckMs)],
});

/** Nothing but a move will do, nobody need be asked, and nobody starts a run who would then lead instead. */
const isTrueLoss = ({ scenario, plan }: Request): boolean => {
  const { outcome, mayHold, verdicts = [] } = expectationOf(scenario, plan);
  const isPeoples = scenario.faults.includes('F21') || verdicts.includes('ask');
  return scenario.journey === 'failover' && outcome === 'moved' && !mayHold && !isPeoples && !isLeftToPeople(plan);
};

/** There are times in which nothing moves by itself, or writes of which none may be lost. */
const isLeftToPeople = ({ automation: { freezes, maintenance }, resources }: Request['plan']): boolean =>
  freezes.length + maintenance.length > 0 ||
  resources.some((resource) => 'allowDataLoss' in resource && !resource.allowDataLoss);

const spellsOf = ({ spells = [] }: Request, struckMs: number): Disturbance[] =>
  spells.map(({ fault, fromSeconds, forSeconds }) => {
    const fromMs = struckMs + fromSeconds * 1000;
    return { id: faultNamed(fault).id, fromMs, untilMs: fromMs + forSeconds * 1000 };
  });

const faultsOf = ({ faults = [] }: Request, struckMs: number): Disturbance[] =>
  faults.map(({ id }) => ({ id, fromMs: struckMs, untilMs: Infinity }));
