import * as z from 'zod';
import { readAuthority, type AuthorityItem } from '../authority/authority';
import { giveBack, isLedBy } from '../authority/leading';
import type { Replicas } from '../authority/replicas';
import { lastRefusal } from '../evidence/last-refusal';
import { amend, readLedger, type LedgerEntry } from '../evidence/ledger';
import { stepsIn } from '../evidence/step-record';
import type { Move, Progress } from '../resources/kind';
import { move } from '../steps/step';
import { takeFencesBack } from '../steps/take-fences-back';
import { lambda, type Room } from './lambda';

const request = z.strictObject({ move });

/**
 * Takes the fences back and gives the lead back, but only if nothing was promoted: new writes are never taken away (S28).
 * The fences come first, while nobody else can lead: they would take away those of a later run.
 */
const work = async ({ move }: z.output<typeof request>, room: Room) => {
  const replicas = room.replicas(move.from);
  const [item, own] = await Promise.all([readAuthority(replicas), readLedger(replicas, move.run)]);
  const entries = [...(await earlierEntries(replicas, item, move)), ...own];
  const reason = lastRefusal(own) ?? 'a step failed for good';
  const successor = successorOf(item, move);
  const answer = successor
    ? { outcome: 'aborted', because: `${reason}; ${successor}` }
    : await undo({ ...room, replicas }, move, reason, entries);
  await amend(replicas, move.run, 'undo', answer);
  return answer;
};

/** What was done under runs that this one goes on with counts as its own (S26), and came before it. */
const earlierEntries = async (replicas: Replicas, item: AuthorityItem | undefined, move: Move) => {
  const runs = isLedBy(item, move) ? (item?.run?.continues ?? []) : [];
  return (await Promise.all(runs.map(({ name }) => readLedger(replicas, name)))).flat();
};

/** A run that comes back from the dead must take nothing back: another one goes on with its move. */
const successorOf = (item: AuthorityItem | undefined, { run, to }: Move): string | undefined => {
  const isContinued = item?.run?.continues?.some(({ name, region }) => name === run && region === to);
  return isContinued ? `${item?.run?.name} in ${item?.run?.region} goes on with the move` : undefined;
};

const undo = async (
  room: Parameters<typeof takeFencesBack>[0],
  move: Move,
  reason: string,
  entries: readonly LedgerEntry[],
) => {
  const promoted = stepsIn(entries).filter(({ phase, acted }) => phase === 'promote' && acted);
  const fences = promoted.length === 0 ? await takeFencesBack(room, move, entries) : [];
  const undone = promoted.length === 0 && (await giveBack(room.replicas, move));
  return undone
    ? withdrawn(move, reason, fences)
    : needsAPerson(
        reason,
        promoted.map(({ because }) => because),
      );
};

/** With a fence that still stands, the Region has the lead and cannot do all its work: somebody must open it. */
const withdrawn = ({ from }: Move, reason: string, fences: readonly Progress[]) => {
  const told = [`${reason}; nothing was promoted, so the lead went back to ${from}`];
  const outcome = fences.every(({ says }) => says === 'done') ? 'aborted' : 'needs-a-person';
  return { outcome, because: [...told, ...fences.map(({ because }) => because)].join('; ') };
};

const needsAPerson = (reason: string, promoted: readonly string[]) => ({
  outcome: 'needs-a-person',
  because: `${reason}; ${promoted.length > 0 ? `promotion had begun (${promoted.join('; ')})` : 'the lead could not be given back'}`,
});

export const { create, handler } = lambda('undo', request, work);
