import type { Facts } from './facts';
import { hold, type Opinion } from './verdict';

/** How long a run waits for certainty before it leaves the matter to the next signal. */
const PATIENCE_SECONDS = 600;

/** Observers start another run each minute, so theirs need not wait for longer. */
const OBSERVERS_PATIENCE_SECONDS = 50;

/** Turns `wait` into `hold` once the run has waited long enough: every run ends (S30). */
export const patiently = (opinion: Opinion, { runSeconds, signal }: Pick<Facts, 'runSeconds' | 'signal'>): Opinion => {
  const patienceSeconds = signal.from === 'observer' ? OBSERVERS_PATIENCE_SECONDS : PATIENCE_SECONDS;
  if (opinion.says !== 'wait' || runSeconds < patienceSeconds) return opinion;
  return hold(`nothing was certain within ${patienceSeconds} s; the last word: ${opinion.because}`);
};
