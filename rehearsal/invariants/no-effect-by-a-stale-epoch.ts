import { authorityAt, clockTime, type Invariant } from './recording';

/** I4: every effect is made under the epoch that the authority has at that moment. */
export const noEffectByAStaleEpoch: Invariant = {
  id: 'I4',
  check: (recording) =>
    recording.effects.flatMap(({ t, service, operation, target, epoch, run }) => {
      const atMs = recording.beganMs + t;
      const current = authorityAt(recording, atMs)?.epoch;
      return epoch === current
        ? []
        : [`${run}: ${service} ${operation} of ${target} at ${clockTime(atMs)} under epoch ${epoch}, not ${current}`];
    }),
};
