import { UnderstudyError } from '../errors';
import { askAll } from '../checks/check';
import { proveCheck } from '../checks/prove';
import type { Acting, Move, Ways } from '../resources/kind';
import { kindOf } from '../resources/registry';
import { authorityFor } from '../steps/authority-port';
import type { Phase } from '../steps/phases';
import { runStep, type Act } from '../steps/run-step';
import { stepRequest, type Step, type StepRequest } from '../steps/step';
import { lambda, type Room } from './lambda';

/** The plan has no such step: the run was started under another plan. */
export class UnknownStep extends UnderstudyError {
  override readonly name = 'UnknownStep';
}

/** Makes the function of one phase; its name is the phase's, in kebab-case. */
export const stepFunction = (name: string, phase: Phase) =>
  lambda(name, stepRequest, async (request: StepRequest, room: Room) => {
    const { move, step } = request;
    const replicas = room.replicas(move.from);
    const ways = {
      outside: room.outside,
      plan: room.plan,
      authority: authorityFor(replicas, room.plan, move),
      suspectAnswers: () => answersAgain(room, move),
    };
    return runStep({ phase, plan: room.plan, replicas }, request, find(step, move, ways));
  });

const find = (step: Step, move: Move, ways: Omit<Ways, 'aboutToAct' | 'startedAt'>): Act => {
  const check = step.kind === 'check' && ways.plan.checks.find(({ name }) => name === step.resource);
  if (check) return bind(proveCheck, check, move, ways);
  const resource = ways.plan.resources.find(({ name, kind }) => name === step.resource && kind === step.kind);
  const acting = resource && (kindOf(resource) as unknown as Readonly<Record<string, unknown>>)[step.capability];
  if (!resource || !isActing<typeof resource>(acting)) {
    throw new UnknownStep(`the plan has no ${step.kind} ${step.resource} that can ${step.capability}`);
  }
  return bind(acting, resource, move, ways);
};

const isActing = <R>(capability: unknown): capability is Acting<R> =>
  typeof capability === 'object' && capability !== null && 'start' in capability && 'poll' in capability;

const bind = <R>(acting: Acting<R>, resource: R, move: Move, ways: Omit<Ways, 'aboutToAct' | 'startedAt'>): Act => ({
  deadlineSeconds: acting.deadlineSeconds,
  start: (aboutToAct, startedAt) => acting.start(resource, move, { ...ways, aboutToAct, startedAt }),
  poll: (startedAt) => acting.poll(resource, move, { ...ways, aboutToAct: neverWhenPolling, startedAt }),
});

const neverWhenPolling = (): Promise<never> => Promise.reject(new Error('poll only looks'));

/** Asks what failed when the move was decided, canaries apart, which need a gate; only if all of them answer, the Region is back. */
const answersAgain = async (
  { plan, outside }: Room,
  { from, silentChecks = [] }: Move,
): Promise<string | undefined> => {
  const silent = plan.checks.filter(({ name, kind }) => kind !== 'canary' && silentChecks.includes(name));
  const findings = await askAll(silent, from, outside);
  if (findings.length === 0 || !findings.every(({ good }) => good)) return undefined;
  return `${from} answers again (${findings.map(({ because }) => because).join('; ')}), so nothing is promoted with loss`;
};
