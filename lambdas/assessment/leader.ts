import { abandonedFor, continued, type Continued } from '../authority/abandoned';
import type { AuthorityItem } from '../authority/authority';
import { count, QUORUM } from '../decision/electorate';
import type { AuthorityFact, VoteFact } from '../decision/facts';
import type { Plan, Region } from '../plan/plan';

/** Who leads, as the assessment found it. */
export interface Leader {
  /** For the verdict; undefined where nobody leads. */
  readonly fact?: AuthorityFact['leader'];
  /** When the run that may be replaced was last seen, and what goes on if it is. */
  readonly abandonedSeenAt?: string;
  readonly continues?: Continued;
}

/** Judges the leader: it lives, or it died and may be replaced, sooner where its Region is lost too (S26). */
export const judgeLeader = (
  run: AuthorityItem['run'],
  votesOn: (region: Region) => readonly VoteFact[],
  { automation }: Pick<Plan, 'automation'>,
  nowMs: number,
): Leader => {
  if (run === undefined) return {};
  const isLost = isSeenDown(run.region, votesOn(run.region), automation.sustainedSeconds);
  const abandoned = abandonedFor(run, nowMs, isLost) !== undefined;
  const continues = abandoned ? continued(run, nowMs) : undefined;
  return {
    fact: {
      run: run.name,
      region: run.region,
      since: run.startedAt,
      abandoned,
      ...(continues ? { continued: true } : {}),
    },
    ...(abandoned ? { abandonedSeenAt: run.seenAt } : {}),
    ...(continues ? { continues } : {}),
  };
};

/** Whether the electorate of a Region says, and has said for long enough, that it is down (S1). */
const isSeenDown = (suspect: Region, votes: readonly VoteFact[], sustainedSeconds: number): boolean => {
  const { down, healthy } = count({ suspect, votes });
  const lasted = down.filter(({ lastedSeconds }) => lastedSeconds >= sustainedSeconds);
  return lasted.length >= QUORUM && lasted.length > healthy.length;
};

/** Regions that the plan prefers to the target and that more see healthy than down: they take over first, if they can. */
export const preferredTo = (
  { regions }: Pick<Plan, 'regions'>,
  { suspect, target }: { readonly suspect: Region; readonly target: Region },
  votesOn: (region: Region) => readonly VoteFact[],
): readonly Region[] => {
  const names = regions.map(({ name }) => name);
  return names
    .slice(0, Math.max(0, names.indexOf(target)))
    .filter((name) => name !== suspect)
    .filter((name) => {
      const { down, healthy } = count({ suspect: name, votes: votesOn(name) });
      return healthy.length > down.length;
    });
};
