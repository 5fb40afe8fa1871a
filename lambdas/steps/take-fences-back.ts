import { readAuthority } from '../authority/authority';
import { isLedBy } from '../authority/leading';
import type { Replicas } from '../authority/replicas';
import { amend, type LedgerEntry } from '../evidence/ledger';
import { replacedIn, stepsIn, type BeforeRecord } from '../evidence/step-record';
import type { Outside } from '../outside';
import type { Plan } from '../plan/plan';
import { done, refused, type Move, type Progress } from '../resources/kind';
import { kindOf } from '../resources/registry';

interface Room {
  readonly plan: Plan;
  readonly outside: Outside;
  readonly replicas: Replicas;
}

/**
 * Opens again what the fences of a run closed, as it stood before, all at once and as far as the old Region lets it; answers
 * one word per fence. Once somebody else may act, nothing is touched (S10): the fences may be theirs.
 */
export const takeFencesBack = async (
  { plan, outside, replicas }: Room,
  move: Move,
  entries: readonly LedgerEntry[],
): Promise<readonly Progress[]> => {
  const replaced = replacedIn(entries, 'fence');
  if (replaced.length === 0) return [];
  const isOurs = isLedBy(await readAuthority(replicas), move);
  if (!isOurs) return replaced.map((one) => saidEarlier(entries, one, move));
  return Promise.all(
    replaced.map(async (one) => {
      const reopened = await takeBack(plan, outside, move, one);
      const progress = mayStillClose(entries, one) ? warned(reopened) : reopened;
      await amend(replicas, move.run, entryOf(one), { ...progress });
      return progress;
    }),
  );
};

const entryOf = ({ resource }: BeforeRecord): string => `unfence#${resource}`;

/** A second undo comes after the lead went back, so it tells what the first one did. */
const saidEarlier = (entries: readonly LedgerEntry[], one: BeforeRecord, { run }: Move): Progress => {
  const said = entries.find(({ entry }) => entry === entryOf(one));
  if (!said)
    return refused(`${one.resource} is as the fence left it: ${run} no longer leads, and the fence may be another's`);
  return said['says'] === 'done' ? done(String(said['because'])) : refused(String(said['because']));
};

/** A fence that nobody answered may have been asked for all the same, and a Region in trouble does such things late (F27). */
const mayStillClose = (entries: readonly LedgerEntry[], { resource }: BeforeRecord): boolean =>
  stepsIn(entries).some(
    (step) =>
      step.phase === 'fence' && step.resource === resource && (step.says === 'refused' || step.says === 'intent'),
  );

const warned = (reopened: Progress): Progress =>
  reopened.says === 'done'
    ? done(`${reopened.because}; nobody confirmed the fence, so it may still close late: look again in some minutes`)
    : reopened;

const takeBack = async (
  plan: Plan,
  outside: Outside,
  { from }: Move,
  { resource: name, before }: BeforeRecord,
): Promise<Progress> => {
  const resource = plan.resources.find((one) => one.name === name);
  const unfence = resource && kindOf(resource).unfence;
  return unfence
    ? unfence(resource, { region: from, before }, outside)
    : refused(`${name} in ${from} is as the fence left it: the plan has no such fence any more`);
};
