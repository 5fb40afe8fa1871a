import { clockTime, type Invariant } from './recording';

/** One step: what was let through just before may still be on its way for as long as its task may take. */
const STEP_SECONDS = 30;

/** I14: nothing new is changed while the kill switch is on; the undo changes only who may act. */
export const theKillSwitchStopsEffects: Invariant = {
  id: 'I14',
  check: ({ authority, effects, beganMs }) =>
    effects.flatMap(({ t, service, operation, target, run }) => {
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
