import { idleSecondsMax } from '../idle-seconds-max';
import { lossBoundSeconds } from './loss-bound';
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
    if (isAskedRightly(recording, trueLossMs)) return [];
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
 * Whether a person had let the lost Region's writers write for so long after its gate would have closed that only people
 * may decide: a run waits for a break-glass by itself, but not for hours (S14), and all that is written until then may be
 * lost (S15). A break-glass lasts until its date, not only while people write it.
 */
const isGlassBroken = (recording: Recording, lossMs: number): boolean => {
  const { active, breakGlass } = authorityAt(recording, lossMs) ?? {};
  if (!breakGlass || breakGlass.region !== active) return false;
  const { authority, automation, objectives } = recording.plan;
  const { ttlSeconds, marginSeconds } = authority.lease;
  const outlivesSeconds = (Date.parse(breakGlass.until) - lossMs) / 1000;
  // Before the loss has lasted for so long, nobody decides anything.
  const waitSeconds = outlivesSeconds - automation.sustainedSeconds;
  const lossBoundSeconds = outlivesSeconds + STEADY_MS / 1000;
  return (
    outlivesSeconds > ttlSeconds - marginSeconds &&
    (waitSeconds > WORTH_WAITING_SECONDS || lossBoundSeconds > objectives.rpoSeconds)
  );
};

/**
 * Whether people were asked when more could be lost than the plan allows, and as soon as anything could be decided. It may
 * be where the application dies and its Region goes on renewing its gate: then an RPO of five minutes is a tight one
 * (decision 0002), and with each second of waiting more may be lost.
 */
const isAskedRightly = (recording: Recording, lossMs: number): boolean =>
  recording.authority.some(({ question }) => {
    const { plan } = recording;
    const askedMs = Date.parse(question?.askedAt ?? '');
    const isInTime = askedMs >= lossMs && askedMs <= lossMs + idleSecondsMax(plan) * 1000;
    return isInTime && (lossBoundSeconds(recording, askedMs) ?? 0) > plan.objectives.rpoSeconds;
  });

/** So long a run waits for a break-glass without asking anybody (docs/write-gate.md). */
const WORTH_WAITING_SECONDS = 300;

/** So long before the loss, votes and samples must have come undisturbed (S15: a sample is good for three minutes). */
const STEADY_MS = 180_000;
