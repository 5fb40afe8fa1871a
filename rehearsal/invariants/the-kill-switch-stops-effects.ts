import { names } from '../../lambdas/plan/names';
import { clockTime, type Invariant } from './recording';

/** One step: what was let through just before may still be asked for while its function runs, and no longer. */
const STEP_SECONDS = 25;

/**
 * I14: nothing new is asked for while the kill switch is on; the recorded undo takes back what was (S27). What a service
 * was asked for before, and does later, no switch can stop.
 */
export const theKillSwitchStopsEffects: Invariant = {
  id: 'I14',
  check: ({ plan, authority, effects, beganMs }) =>
    effects.flatMap(({ askedT, service, operation, target, run, by }) => {
      if (by === names(plan).handler('undo')) return [];
      const atMs = beganMs + askedT;
      const isOn = authority
        .filter((state) => state.atMs <= atMs)
        .reduce<number | undefined>(
          (sinceMs, { killSwitch, atMs }) => (killSwitch ? (sinceMs ?? atMs) : undefined),
          undefined,
        );
      if (isOn === undefined || atMs - isOn <= STEP_SECONDS * 1000) return [];
      return [
        `${run}: ${service} ${operation} of ${target} asked for at ${clockTime(atMs)}; the kill switch is on since ${clockTime(isOn)}`,
      ];
    }),
};
