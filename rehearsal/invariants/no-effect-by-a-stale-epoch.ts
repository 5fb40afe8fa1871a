import { authorityAt, clockTime, type Invariant } from './recording';

/**
 * I4: every effect is asked for under the epoch that the authority has at that moment. AWS takes no epoch along, so what a
 * Region in trouble was asked for before, and does a minute later, nobody can call back; where it could let two Regions
 * write, the gate decides (decision 0017), which I1 and I2 judge.
 */
export const noEffectByAStaleEpoch: Invariant = {
  id: 'I4',
  check: (recording) =>
    recording.effects.flatMap(({ askedT, service, operation, target, epoch, run }) => {
      const atMs = recording.beganMs + askedT;
      const current = authorityAt(recording, atMs)?.epoch;
      return epoch === current
        ? []
        : [
            `${run}: ${service} ${operation} of ${target} asked for at ${clockTime(atMs)} under epoch ${epoch}, not ${current}`,
          ];
    }),
};
