import type { Plan } from '../plan/plan';
import { having } from '../resources/registry';
import type { Step } from './step';

/** The phases of a failover and their steps; `prove` and `verify` ask the plan's checks. */
export interface Phases {
  readonly fence: readonly Step[];
  readonly promote: readonly Step[];
  readonly scale: readonly Step[];
  readonly openGate: readonly Step[];
  readonly prove: readonly Step[];
  readonly shift: readonly Step[];
  readonly verify: readonly Step[];
}

export type Phase = keyof Phases;

/** Lists every step of a failover of this plan. */
export const listPhases = (plan: Plan): Phases => {
  const checks = plan.checks.map(({ name }) => ({ resource: name, kind: 'check', capability: 'check' }));
  return {
    fence: capability(plan, 'fence'),
    promote: capability(plan, 'promote'),
    scale: capability(plan, 'scale'),
    openGate: capability(plan, 'openGate'),
    prove: checks,
    shift: capability(plan, 'shift'),
    verify: [...checks, ...capability(plan, 'check')],
  };
};

const capability = (plan: Plan, name: 'fence' | 'promote' | 'scale' | 'openGate' | 'shift' | 'check'): Step[] =>
  having(plan, name).map(({ name: resource, kind }) => ({ resource, kind, capability: name }));

/** The phases that a run must pass in this order, whatever order a state machine asks in (S14, S16); scaling waits for none. */
const ORDER: readonly Phase[] = ['fence', 'promote', 'openGate', 'prove', 'shift', 'verify'];

/** What must be done before a phase may act. */
export const phasesBefore = (phase: Phase): readonly Phase[] =>
  phase === 'scale' ? [] : ORDER.slice(0, ORDER.indexOf(phase));
