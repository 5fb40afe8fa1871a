import type { Move } from '../moves';

/** A moment that an operator asks for, in seconds since the loss. */
export interface Milestone {
  readonly name: string;
  readonly afterSeconds: number;
}

/** When the loss was detected, decided on, fenced off, and when users were served again; only what was reached. */
export const milestonesOf = ({ run, evidence: { milestones }, observed, lostMs }: Move): Milestone[] => {
  const servedMs = observed.outages.find(({ untilMs }) => untilMs !== undefined)?.untilMs;
  const reached: readonly [string, number | undefined][] = [
    ['detected', run.execution.startedAt],
    ['decided', timeOf(milestones.decidedAt)],
    ['fenced', timeOf(milestones.fencedAt)],
    ['promoted', timeOf(milestones.promotedAt)],
    ['traffic moved', timeOf(milestones.shiftedAt)],
    ['users served again', servedMs],
    ['verified', timeOf(milestones.verifiedAt)],
  ];
  return reached.flatMap(([name, atMs]) =>
    atMs === undefined ? [] : [{ name, afterSeconds: (atMs - lostMs) / 1000 }],
  );
};

const timeOf = (at: string | undefined): number | undefined => (at === undefined ? undefined : Date.parse(at));
