import { readAdvice } from '../authority/advice';
import type { Replicas } from '../authority/replicas';
import type { AdviceFact } from '../decision/facts';
import type { Region } from '../plan/plan';

/** AWS Health delivers as well as it can, so an end may never be told; what is older is not shown any more. */
const AGE_SECONDS_MAX = 24 * 3_600;

/** What AWS itself says of the suspect at this time; nothing where it cannot be read, because nobody depends on it. */
export const askAdvice = async (replicas: Replicas, suspect: Region): Promise<AdviceFact[]> => {
  const { clock, log } = replicas.outside;
  try {
    const advice = await readAdvice(replicas, suspect);
    return advice
      .filter(({ open }) => open)
      .map(({ at, because }) => ({ at, because, ageSeconds: (clock.now() - Date.parse(at)) / 1000 }))
      .filter(({ ageSeconds }) => ageSeconds <= AGE_SECONDS_MAX);
  } catch (fault) {
    log({ level: 'warn', error: fault instanceof Error ? fault.message : String(fault) });
    return [];
  }
};
