import type { Rehearsal } from '../rehearse';

/** A moment that an operator asks for, in seconds since the loss. */
export interface Milestone {
  readonly name: string;
  readonly afterSeconds: number;
}

/** When the loss was detected, decided on, fenced off, and when users were served again; only what was reached. */
export const milestonesOf = ({ request, decisive, observed, struckAt, beganMs }: Rehearsal): Milestone[] => {
  const evidence = decisive?.evidence;
  if (evidence?.outcome !== 'moved') return [];
  const { milestones, signalledAt } = { milestones: evidence.milestones, signalledAt: decisive!.execution.startedAt };
  const servedMs = observed.outages.find(({ untilMs }) => untilMs !== undefined)?.untilMs;
  const reached: readonly [string, number | undefined][] = [
    ['detected', signalledAt],
    ['decided', timeOf(milestones.decidedAt)],
    ['fenced', timeOf(milestones.fencedAt)],
    ['promoted', timeOf(milestones.promotedAt)],
    ['traffic moved', timeOf(milestones.shiftedAt)],
    ['users served again', servedMs],
    ['verified', timeOf(milestones.verifiedAt)],
  ];
  const lostMs = beganMs + (struckAt + (request.scenario.lossAfterSeconds ?? 0)) * 1000;
  return reached.flatMap(([name, atMs]) =>
    atMs === undefined ? [] : [{ name, afterSeconds: (atMs - lostMs) / 1000 }],
  );
};

const timeOf = (at: string | undefined): number | undefined => (at === undefined ? undefined : Date.parse(at));
