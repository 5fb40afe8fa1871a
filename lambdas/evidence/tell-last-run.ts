import type { AuthorityItem } from '../authority/authority';
import type { LedgerEntry } from './ledger';
import { stepsIn } from './step-record';

/** Tells people what the run that led had done, as far as its ledger was heard of, and what that means for them. */
export const tellLastRun = (item: AuthorityItem | undefined, entries: readonly LedgerEntry[]): string => {
  if (!item) return 'Who may act could not be read, so what was done is unknown.';
  const { run, active, epoch } = item;
  if (!run) return `${active} is active under epoch ${epoch}, and no run led. ${NEXT}`;
  return [
    `Run ${run.name} in ${run.region} led under epoch ${epoch}, to move away from ${run.from}; it was last seen at ${run.seenAt}.`,
    `It ${lastSteps(entries)}.`,
    meaning(item, run, entries),
    NEXT,
  ].join(' ');
};

const NEXT = 'Bring back a Region: once it is seen healthy, a run there goes on by itself, or holds and says why.';

const lastSteps = (entries: readonly LedgerEntry[]): string => {
  const steps = stepsIn(entries).sort((a, b) => a.at.localeCompare(b.at));
  const told = steps.map(({ phase, resource, says, because }) => `${phase} ${resource}: ${says} (${because})`);
  return told.length === 0 ? 'noted no step' : `noted: ${told.join('; ')}`;
};

const meaning = (
  { active }: AuthorityItem,
  run: NonNullable<AuthorityItem['run']>,
  entries: readonly LedgerEntry[],
): string => {
  if (active === run.region) return `${active} may have accepted writes that ${run.from} does not have.`;
  const promoted = stepsIn(entries).some(({ phase, acted }) => phase === 'promote' && acted);
  if (promoted) {
    return `A promotion had begun in ${run.region}: look which database takes writes before any gate is opened.`;
  }
  return `Nothing was promoted, so ${active} has the newest data; if ${active} comes back alone, its gates stay closed until a person opens them.`;
};
