import type { Check } from '../plan/plan';
import { done, pending, type Acting } from '../resources/kind';
import { ask } from './check';

/** Asks a check of the target until it is good; a canary must have been written under this run's epoch (S16). */
export const proveCheck: Acting<Check> = {
  deadlineSeconds: 180,
  start: (check, move, ways) => proveCheck.poll(check, move, ways),
  async poll(check, { to, epoch }, { outside }) {
    const finding = await ask(check, to, outside);
    if (!finding.good) return pending(finding.because);
    if (check.kind === 'canary' && finding.epoch !== epoch) {
      return pending(`${check.name} wrote under epoch ${finding.epoch}, not under ${epoch}`);
    }
    return done(finding.because);
  },
};
