import { count } from '../electorate';
import { wait, type Rule } from '../verdict';

/** How much longer a loss must last for each healthy Region that the plan prefers, because that one may not be ready. */
const HEAD_START_SECONDS = 60;

/** The order of the plan's Regions is their preference, not who is faster; a person who starts a run has chosen. */
export const waitWhileAPreferredRegionMayTakeOver: Rule = (facts) => {
  const { preferred = [], automation, signal, target } = facts;
  const { down } = count(facts);
  if (preferred.length === 0 || down.length === 0 || signal.from === 'person') return undefined;
  const lastedSeconds = Math.max(...down.map((vote) => vote.lastedSeconds));
  const left = automation.sustainedSeconds + preferred.length * HEAD_START_SECONDS - lastedSeconds;
  if (left <= 0) return undefined;
  return wait(
    `${preferred.join(', ')} comes before ${target} in the plan, and has ${Math.ceil(left)} s left to begin`,
    Math.min(Math.max(Math.ceil(left), 1), 10),
  );
};
