import { leadsIn } from './leads';
import { clockTime, type Invariant } from './recording';

/** I12: runs that old events started once more, while all was well, took no lead and changed nothing (S4). */
export const replayedEventsChangeNothing: Invariant = {
  id: 'I12',
  check: (recording) => {
    const { replayed, effects, runs, beganMs } = recording;
    const isReplayed = ({ name }: { readonly name: string }) => replayed.includes(name);
    return [
      ...leadsIn(recording)
        .filter(({ run }) => isReplayed(run))
        .map(({ run, atMs }) => `${run.name} took the lead at ${clockTime(atMs)} on an event that was replayed`),
      ...effects
        .filter(({ run }) => isReplayed({ name: run }))
        .map(({ run, operation, target, t }) => `${run}: ${operation} of ${target} at ${clockTime(beganMs + t)}`),
      ...runs
        .filter((run) => isReplayed(run) && !run.isCut && run.endedMs !== undefined)
        .filter(({ evidence }) => !HARMLESS.has(evidence?.outcome ?? ''))
        .map(
          ({ name, evidence }) =>
            `${name}, which a replayed event started, ended ${evidence?.outcome ?? 'without a word'}`,
        ),
    ];
  },
};

/** An event that was bad input is refused once more, with nothing changed (S32); a journey that only looks completes. */
const HARMLESS = new Set(['held', 'aborted', 'completed']);
