import type { Facts } from './facts';
import { hold, type Opinion } from './verdict';

/** How long a run waits for certainty before it leaves the matter to the next signal. */
const PATIENCE_SECONDS = 600;

/** Turns `wait` into `hold` once the run has waited long enough: every run ends (S30). */
export const patiently = (opinion: Opinion, { runSeconds }: Pick<Facts, 'runSeconds'>): Opinion => {
  if (opinion.says !== 'wait' || runSeconds < PATIENCE_SECONDS) return opinion;
  return hold(`nothing was certain within ${PATIENCE_SECONDS} s; the last word: ${opinion.because}`);
};
