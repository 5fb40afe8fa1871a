import { worstLoss, outagesOf } from '../world/objectives';
import { leadsIn } from './leads';
import { clockTime, type Invariant, type Recording } from './recording';
import { movesIn, type Moved } from './runs';

/**
 * I17: RTO and RPO as a run reports them are never better than what users saw of the loss that it answered (S31). What it
 * tells as unknown is no figure. Observers know of an outage by what they see themselves; while a fault lets users and
 * observers see different things, how long users were not served is not held against the report.
 */
export const reportsAreNeverBetterThanTheTruth: Invariant = {
  id: 'I17',
  check: (recording) =>
    movesIn(recording.runs).flatMap((run, index, all) => [
      ...flatteringRto(recording, run),
      ...flatteringRpo(recording, run, all[index - 1]),
    ]),
};

/** Faults by which users and observers see different things: networks in parts, Regions that blink, wrong clocks, stale names. */
const PARTING = new Set(['F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F22', 'F29', 'F31', 'F32']);

const flatteringRto = (recording: Recording, { name, evidence }: Moved): string[] => {
  const { measured, move, milestones } = evidence;
  const told = measured.rtoSeconds;
  if (told === null || !move || !milestones.ledAt || !milestones.verifiedAt) return [];
  if (recording.disturbances.some(({ id }) => PARTING.has(id))) return [];
  const ledMs = Date.parse(milestones.ledAt);
  const verifiedMs = Date.parse(milestones.verifiedAt);
  const nextMs = leadsIn(recording).find(({ atMs, run }) => atMs > ledMs && run.name !== name)?.atMs ?? Infinity;
  // What fails in the target after users' names led there and it served is a trouble of its own.
  const requests = recording.requests.filter(
    ({ at, region, good }) => at < nextMs && (good || region !== move.to || at <= verifiedMs),
  );
  // An outage that is not yet over has lasted for certain until the last request that failed.
  const endMs = requests.findLast(({ good }) => !good)?.at ?? 0;
  return outagesOf(requests)
    .map(({ fromMs, untilMs = endMs }) => ({ fromMs, untilMs }))
    .filter(({ fromMs, untilMs }) => fromMs <= verifiedMs && untilMs >= ledMs)
    .filter(({ fromMs, untilMs }) => (untilMs - fromMs) / 1000 > told)
    .map(
      ({ fromMs, untilMs }) =>
        `${name} reports an RTO of ${told} s, and users were not served from ${clockTime(fromMs)} to ${clockTime(untilMs)}`,
    );
};

const flatteringRpo = (recording: Recording, run: Moved, before: Moved | undefined): string[] => {
  const { measured, move } = run.evidence;
  const lost = recording.lost.filter(
    ({ region, at }) => region === move?.from && at <= run.endedMs && at > (before?.endedMs ?? 0),
  );
  const told = measured.rpoSecondsMax;
  const window = worstLoss(recording.requests, new Set(lost.map(({ id }) => id)));
  const newest = lost.at(-1);
  if (told === null || !window || !newest) return [];
  const seenSeconds = (window.untilMs - window.fromMs) / 1000;
  if (seenSeconds <= told) return [];
  const what = `${lost.length} acknowledged writes within ${seenSeconds} s are gone`;
  return [
    `${run.name} reports an RPO of ${told} s, and ${what}, the newest of ${newest.region}: ${newest.id} at ${clockTime(newest.at)}`,
  ];
};
