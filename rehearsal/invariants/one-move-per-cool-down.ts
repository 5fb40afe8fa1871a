import { leadsIn, type Lead } from './leads';
import { clockTime, type Invariant, type Recording } from './recording';

/**
 * I9: neither does a run make somebody else the writer within the cool-down of another one that did, nor does any take the
 * lead by itself within the cool-down of one that changed something, even if that one took it back; unless a person has
 * seen the first or started the second, or the second goes on with the first (S26).
 */
export const oneMovePerCoolDown: Invariant = {
  id: 'I9',
  check: (recording) => [...writersTooSoon(recording), ...leadsTooSoon(recording)],
};

const writersTooSoon = ({ authority, plan, words }: Recording): string[] => {
  const changes = authority.filter(({ active }, index) => index > 0 && authority[index - 1]!.active !== active);
  return changes.slice(1).flatMap(({ atMs, active, acknowledged, run }, index) => {
    const before = changes[index]!;
    const apartMs = atMs - before.atMs;
    const isSeen = acknowledged !== undefined && Date.parse(acknowledged.at) >= before.atMs;
    const isByHand = run !== undefined && words.byHand.includes(run.name);
    if (isSeen || isByHand || run?.continues || apartMs >= plan.automation.cooldownSeconds * 1000) return [];
    return [`${active} became active at ${clockTime(atMs)}, and ${before.active} at ${clockTime(before.atMs)}`];
  });
};

/** By how much the clocks of two functions may differ that trust them (S11), and some time to decide. */
const SLACK_MS = 15_000;

const leadsTooSoon = (recording: Recording): string[] => {
  const { plan, effects, words } = recording;
  const coolDownMs = plan.automation.cooldownSeconds * 1000 - SLACK_MS;
  const leads = leadsIn(recording);
  return leads.flatMap((lead, index) => {
    if (lead.run.continues || words.byHand.includes(lead.run.name)) return [];
    const first = leads
      .slice(0, index)
      .find(
        (earlier) =>
          lead.atMs - earlier.atMs < coolDownMs &&
          !isSeen(lead, earlier) &&
          effects.some(({ run }) => run === earlier.run.name),
      );
    return first
      ? [
          `${lead.run.name} took the lead at ${clockTime(lead.atMs)}, and ${first.run.name}, which changed something, at ${clockTime(first.atMs)}`,
        ]
      : [];
  });
};

/** Somebody looked between the two. */
const isSeen = ({ acknowledged }: Lead, earlier: Lead): boolean =>
  acknowledged !== undefined && Date.parse(acknowledged.at) >= earlier.atMs;
