import { isFresh, observersOf } from '../electorate';
import { wait, type Rule } from '../verdict';

/** What fails in both Regions at once is not the loss of one, and moving does not cure it. */
export const waitWhileTheTargetIsNotSeenHealthy: Rule = ({ targetVotes, target }) => {
  const fresh = targetVotes.filter(isFresh);
  const healthy = fresh.filter(({ says }) => says === 'healthy');
  const down = fresh.filter(({ says }) => says === 'down');
  if (healthy.length > down.length) return undefined;
  return wait(
    `${observersOf(down) || 'nobody'} sees ${target} down, ${observersOf(healthy) || 'nobody'} sees it healthy`,
  );
};
