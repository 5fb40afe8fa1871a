import { authorityAt, clockTime, type Invariant, type Recording } from './recording';
import { movesIn } from './runs';

/** Faults that a move must bear by itself and in time: events are only wake-ups (S4), and control planes are not used (S21). */
const BORNE = new Set(['F14', 'F15', 'F16', 'F17', 'F37']);

/**
 * I16: a true outage with a quorum, a reachable authority and a ready target ends `moved`, by itself and within the plan's
 * RTO. A scenario that is nothing else says when it begins; with any fault that a run need not bear, nothing is promised.
 */
export const aTrueLossIsAnswered: Invariant = {
  id: 'I16',
  check: (recording) => {
    const { trueLossMs, plan, runs } = recording;
    if (trueLossMs === undefined || plan.automation.mode !== 'automatic') return [];
    const untilMs = trueLossMs + plan.objectives.rtoSeconds * 1000;
    if (isDisturbed(recording, trueLossMs, untilMs) || isGlassBroken(recording, trueLossMs)) return [];
    const isAnswered = movesIn(runs).some(({ byPerson, endedMs }) => !byPerson && endedMs <= untilMs);
    return isAnswered
      ? []
      : [`no run had moved by itself at ${clockTime(untilMs)}, and the loss began at ${clockTime(trueLossMs)}`];
  },
};

const isDisturbed = ({ disturbances, beganMs }: Recording, lossMs: number, untilMs: number): boolean =>
  disturbances
    .filter(({ id }) => !BORNE.has(id))
    .some((one) => one.fromMs <= untilMs && one.untilMs >= Math.max(beganMs, lossMs - STEADY_MS));

/**
 * Whether a person had let the lost Region's writers write for longer than its gate would have been open: all of that may
 * be lost, and only people may promote it away (S15). A break-glass lasts until its date, not only while people write it.
 */
const isGlassBroken = (recording: Recording, lossMs: number): boolean => {
  const { active, breakGlass } = authorityAt(recording, lossMs) ?? {};
  if (!breakGlass || breakGlass.region !== active) return false;
  const { ttlSeconds, marginSeconds } = recording.plan.authority.lease;
  return Date.parse(breakGlass.until) > lossMs + (ttlSeconds - marginSeconds) * 1000;
};

/** So long before the loss, votes and samples must have come undisturbed (S15: a sample is good for three minutes). */
const STEADY_MS = 180_000;
