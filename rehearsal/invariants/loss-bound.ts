import { LOOK_SECONDS } from '../../lambdas/plan/timing';
import { WITNESS } from '../../lambdas/plan/witness';
import { authorityAt, type Recording } from './recording';

/** CloudWatch tells of a lag sample only the minute in which it was taken; one is taken in every minute. */
const MINUTE_MS = 60_000;

/** A vote arrives some moments after its look. */
const HEARD_AFTER_MS = 1_000;

/** The Region that takes over sees a renewal of the lease at its next look, and counts from then. */
const SEEN_AFTER_MS = (LOOK_SECONDS + 2) * 1000;

/**
 * How many seconds of writes S15 says may be lost by a promotion that is decided at a moment, by what observers and
 * CloudWatch had shown by then: from the beginning of the newest minute in which the source was surely healthy to the last
 * moment at which a gate of it may be open. Undefined where nobody ever saw it healthy, or no gate of it was opened.
 */
export const lossBoundSeconds = (recording: Recording, decidedMs: number): number | undefined => {
  const { gates, votes } = recording;
  const source = authorityAt(recording, decidedMs)?.active;
  const healthyMs = votes.findLast(
    ({ atMs, observer, says }) =>
      atMs <= decidedMs && observer !== source && observer !== WITNESS && says[source ?? ''] === 'healthy',
  )?.atMs;
  const gate = gates.findLast(({ atMs, region }) => atMs <= decidedMs && region === source);
  if (healthyMs === undefined || !gate) return undefined;
  const sampledMs = Math.floor((healthyMs - HEARD_AFTER_MS) / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
  return (gate.untilMs + SEEN_AFTER_MS - sampledMs) / 1000;
};
