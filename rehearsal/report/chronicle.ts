import type { names } from '../../lambdas/plan/names';
import type { Cloud } from '../aws/cloud';
import { tellAuthority, tellStep, tellVerdict, tellVote } from './tell';

/** One line of the timeline: what people would have said at that moment. */
export interface Moment {
  /** Seconds since the rehearsal began. */
  readonly t: number;
  readonly region: string;
  readonly what: string;
  /** Trace ids of what it tells of. */
  readonly causes: readonly string[];
}

/** The timeline of a rehearsal, told while it happens. */
export interface Chronicle {
  readonly moments: readonly Moment[];
  tell(region: string, what: string, causes?: readonly string[]): void;
}

/** Entries of the trace that are told as they are; the rest is told by what is written into the authority's table. */
const TOLD = new Set(['alarm', 'run', 'traffic', 'notice', 'fault', 'users']);

/** Keeps the timeline of a simulated cloud. */
export const createChronicle = (
  cloud: Cloud,
  { prefix, table }: ReturnType<typeof names>,
  listen: (moment: Moment) => void,
): Chronicle => {
  const { clock, trace } = cloud.world;
  const moments: Moment[] = [];
  const beganMs = clock.now();
  const verdicts = new Map<string, string>();
  const tell: Chronicle['tell'] = (region, what, causes = []) => {
    // Every name of ours begins with the same words, which tell nothing here.
    const moment = { t: (clock.now() - beganMs) / 1000, region, what: what.replaceAll(`${prefix}-`, ''), causes };
    moments.push(moment);
    listen(moment);
  };
  const regionOf = (run: string) => cloud.states.executions.find(({ name }) => name === run)?.region ?? '';
  trace.onAdd(({ type, region, what, id }) => {
    if (TOLD.has(type)) tell(region, what, [id]);
  });
  cloud.dynamodb.onWrite((name, before, after, id) => {
    if (name !== table) return;
    for (const { region, what } of [...tellVote(before, after), ...tellAuthority(before, after)])
      tell(region, what, [id]);
    const step = tellStep(before, after);
    if (step) tell(regionOf(step.run), step.what, [id]);
    const verdict = tellVerdict(after);
    if (!verdict || verdicts.get(verdict.run) === verdict.rule) return;
    verdicts.set(verdict.run, verdict.rule);
    tell(regionOf(verdict.run), verdict.what, [id]);
  });
  return { moments, tell };
};
