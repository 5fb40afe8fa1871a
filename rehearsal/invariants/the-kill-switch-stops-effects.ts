import { names } from '../../lambdas/plan/names';
import { clockTime, type Invariant } from './recording';

/** One step: what was let through just before may still be on its way for as long as its task may take. */
const STEP_SECONDS = 30;

/** I14: nothing new is changed while the kill switch is on; the recorded undo takes back what was (S27). */
export const theKillSwitchStopsEffects: Invariant = {
  id: 'I14',
  check: ({ plan, authority, effects, beganMs }) =>
    effects.flatMap(({ t, service, operation, target, run, by }) => {
      if (by === names(plan).handler('undo')) return [];
      const atMs = beganMs + t;
      const isOn = authority
        .filter((state) => state.atMs <= atMs)
        .reduce<number | undefined>(
          (sinceMs, { killSwitch, atMs }) => (killSwitch ? (sinceMs ?? atMs) : undefined),
          undefined,
        );
      if (isOn === undefined || atMs - isOn <= STEP_SECONDS * 1000) return [];
      return [
        `${run}: ${service} ${operation} of ${target} at ${clockTime(atMs)}; the kill switch is on since ${clockTime(isOn)}`,
      ];
    }),
};
