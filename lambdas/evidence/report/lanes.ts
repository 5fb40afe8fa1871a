import type { Evidence } from '../compose';
import type { StepRecord } from '../step-record';
import type { AssessmentEntry, Entries, PhaseEntry } from './ledger-entries';
import { stepName } from './words';

/** A stretch of one thing, in milliseconds since 1970. */
export interface Bar {
  readonly fromMs: number;
  readonly untilMs: number;
  /** The word of a step, a vote or a verdict. */
  readonly says: string;
  readonly because: string;
}

export interface Row {
  readonly name: string;
  readonly level: 'phase' | 'step' | 'vote';
  readonly bars: readonly Bar[];
}

/** What happened to or in one Region. */
export interface Lane {
  readonly region: string;
  readonly what: string;
  readonly rows: readonly Row[];
}

/** Who saw what and what was done, Region by Region: first the one that was suspected, then the one that ran the journey. */
export const lanesOf = (evidence: Evidence, entries: Entries): Lane[] => {
  const suspect = evidence.move?.from ?? entries.assessments.at(-1)?.facts.suspect;
  const rows = phaseRows(evidence, entries.phases);
  const here = [...assessRow(evidence, entries), ...leadRow(entries)];
  const lanes: Lane[] = [
    ...(suspect === undefined
      ? []
      : [
          {
            region: suspect,
            what: 'the Region in question',
            rows: [...voteRows(entries.assessments), ...rows.there],
          },
        ]),
    { region: evidence.region, what: 'the Region that ran the journey', rows: [...here, ...rows.here] },
  ];
  return lanes.filter((lane) => lane.rows.length > 0);
};

/** How long each observer has said what, put together from what each assessment saw. */
const voteRows = (assessments: readonly AssessmentEntry[]): Row[] => {
  const byObserver = new Map<string, Bar[]>();
  for (const { at, facts } of assessments)
    for (const { observer, says, because, ageSeconds, lastedSeconds } of facts.votes) {
      const bars = byObserver.get(observer) ?? [];
      byObserver.set(observer, bars);
      const untilMs = Date.parse(at);
      const fromMs = untilMs - (ageSeconds + lastedSeconds) * 1000;
      const last = bars.at(-1);
      if (last?.says === says) bars[bars.length - 1] = { ...last, untilMs, because };
      else bars.push({ fromMs: Math.max(fromMs, last?.untilMs ?? fromMs), untilMs, says, because });
    }
  return [...byObserver].map(([observer, bars]) => ({ name: `seen from ${observer}`, level: 'vote', bars }));
};

const assessRow = ({ endedAt }: Evidence, { assessments, lead }: Entries): Row[] => {
  const bars: Bar[] = [];
  for (const [index, { at, says, because }] of assessments.entries()) {
    const untilMs = Date.parse(assessments[index + 1]?.at ?? lead?.at ?? endedAt);
    const last = bars.at(-1);
    if (last?.says === says && last.because === because) bars[bars.length - 1] = { ...last, untilMs };
    else bars.push({ fromMs: Date.parse(at), untilMs, says, because });
  }
  return bars.length === 0 ? [] : [{ name: 'assess', level: 'phase', bars }];
};

const leadRow = ({ lead }: Entries): Row[] => {
  if (!lead) return [];
  const atMs = Date.parse(lead.at);
  const bar = { fromMs: atMs, untilMs: atMs, says: lead.led ? 'done' : 'refused', because: lead.because };
  return [{ name: 'take the lead', level: 'phase', bars: [bar] }];
};

/** Each phase with the steps that started in it; steps of a phase that never closed stand at the end. */
const phaseRows = ({ steps }: Evidence, phases: readonly PhaseEntry[]): { there: Row[]; here: Row[] } => {
  const rows: { there: Row[]; here: Row[] } = { there: [], here: [] };
  let left = steps;
  for (const phase of phases) {
    const own = left.filter(({ startedAt }) => startedAt <= phase.at);
    left = left.filter(({ startedAt }) => startedAt > phase.at);
    const side = own.length > 0 && own.every(isThere) ? rows.there : rows.here;
    side.push(phaseRow(phase, own), ...own.map(stepRow));
  }
  for (const step of left) (isThere(step) ? rows.there : rows.here).push(stepRow(step));
  return rows;
};

/** A fence is done to the Region that is left; everything else to the one that takes over. */
const isThere = ({ phase }: StepRecord): boolean => phase === 'fence';

const phaseRow = ({ phase, at, ok, because }: PhaseEntry, steps: readonly StepRecord[]): Row => {
  const untilMs = Date.parse(at);
  const fromMs = Math.min(untilMs, ...steps.map(({ startedAt }) => Date.parse(startedAt)));
  return { name: phase, level: 'phase', bars: [{ fromMs, untilMs, says: ok ? 'done' : 'refused', because }] };
};

const stepRow = (step: StepRecord): Row => {
  const { startedAt, at, says, because } = step;
  const bar = { fromMs: Date.parse(startedAt), untilMs: Date.parse(at), says, because };
  return { name: stepName(step), level: 'step', bars: [bar] };
};
