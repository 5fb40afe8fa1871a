import type { AuthorityItem } from '../authority/authority';
import type { LedgerEntry } from './ledger';
import { stepsIn, type StepRecord } from './step-record';

/**
 * Tells people what the run that led had done, as far as this Region heard of it before the others fell silent, and what
 * that means for them. A ledger that could not be read is undefined, and says neither that nothing was done (S3).
 */
export const tellLastRun = (item: AuthorityItem | undefined, entries: readonly LedgerEntry[] | undefined): string => {
  if (!item) return 'Who may act could not be read, so what was done is unknown.';
  const { run, active, epoch } = item;
  if (!run) return `${active} is active under epoch ${epoch}, and no run led. ${NEXT}`;
  return [
    `Run ${run.name} in ${run.region} led under epoch ${epoch}, to move away from ${run.from}; it was last seen at ${run.seenAt}.`,
    entries ? `It ${lastSteps(entries)}.` : 'What it did could not be read.',
    meaning(item, run, entries && stepsIn(entries)),
    NEXT,
  ].join(' ');
};

const NEXT = 'Bring back a Region: once it is seen healthy, a run there goes on by itself, or holds and says why.';

const lastSteps = (entries: readonly LedgerEntry[]): string => {
  const steps = stepsIn(entries).sort((a, b) => a.at.localeCompare(b.at));
  const told = steps.map(({ phase, resource, says, because }) => `${phase} ${resource}: ${says} (${because})`);
  return told.length === 0 ? 'noted no step that was heard of here' : `noted: ${told.join('; ')}`;
};

const meaning = (
  { active }: AuthorityItem,
  run: NonNullable<AuthorityItem['run']>,
  steps: readonly StepRecord[] | undefined,
): string => {
  if (active === run.region) return `${active} may have accepted writes that ${run.from} does not have.`;
  if (steps === undefined) {
    return `A promotion may have begun in ${run.region}: look which database takes writes before any gate is opened.`;
  }
  if (steps.some(({ phase, acted }) => phase === 'promote' && acted)) {
    return `A promotion had begun in ${run.region}: look which database takes writes before any gate is opened.`;
  }
  return `No promotion was heard of here, so ${active} should have the newest data, but look before any gate is opened; if ${active} comes back alone, its gates stay closed until a person opens them.`;
};
