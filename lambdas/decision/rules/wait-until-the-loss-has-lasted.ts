import { count, QUORUM } from '../electorate';
import { wait, type Rule } from '../verdict';

/** A blip ends by itself; each vote counts only once it has lasted (S1). GitHub's partition of 2018 lasted 43 s. */
export const waitUntilTheLossHasLasted: Rule = (facts) => {
  const { sustainedSeconds } = facts.automation;
  const { down, healthy } = count(facts);
  const lasted = down.filter(({ lastedSeconds }) => lastedSeconds >= sustainedSeconds);
  if (lasted.length >= QUORUM && lasted.length > healthy.length) return undefined;
  const left = sustainedSeconds - Math.min(...down.map(({ lastedSeconds }) => lastedSeconds));
  return wait(
    `${facts.suspect} is down for less than ${sustainedSeconds} s`,
    Math.min(Math.max(Math.ceil(left), 1), 10),
  );
};
