import * as z from 'zod';
import { readAuthority, type AuthorityItem } from '../authority/authority';
import { giveBack, isLedBy } from '../authority/lead';
import type { Replicas } from '../authority/replicas';
import { lastRefusal } from '../evidence/last-refusal';
import { note, readLedger } from '../evidence/ledger';
import { stepsIn } from '../evidence/step-record';
import type { Move } from '../resources/kind';
import { move } from '../steps/step';
import { lambda, type Room } from './lambda';

const request = z.strictObject({ move });

/** Gives the lead back, but only if nothing was promoted: new writes are never taken away (S28). */
const work = async ({ move }: z.output<typeof request>, room: Room) => {
  const replicas = room.replicas(move.from);
  const [item, entries] = await Promise.all([readAuthority(replicas), readLedger(replicas, move.run)]);
  const earlier = await earlierSteps(replicas, item, move);
  const promoted = [...earlier, ...stepsIn(entries)].filter(({ phase, acted }) => phase === 'promote' && acted);
  const reason = lastRefusal(entries) ?? 'a step failed for good';
  const successor = successorOf(item, move);
  const answer = successor
    ? { outcome: 'aborted', because: `${reason}; ${successor}` }
    : await undo(replicas, move, reason, promoted);
  await note(replicas, move.run, 'undo', answer);
  return answer;
};

/** What was done under runs that this one goes on with counts as its own (S26). */
const earlierSteps = async (replicas: Replicas, item: AuthorityItem | undefined, move: Move) => {
  const runs = isLedBy(item, move) ? (item?.run?.continues ?? []) : [];
  const ledgers = await Promise.all(runs.map(({ name }) => readLedger(replicas, name)));
  return ledgers.flatMap(stepsIn);
};

/** A run that comes back from the dead must take nothing back: another one goes on with its move. */
const successorOf = (item: AuthorityItem | undefined, { run, to }: Move): string | undefined => {
  const isContinued = item?.run?.continues?.some(({ name, region }) => name === run && region === to);
  return isContinued ? `${item?.run?.name} in ${item?.run?.region} goes on with the move` : undefined;
};

const undo = async (
  replicas: Replicas,
  move: Move,
  reason: string,
  promoted: readonly { readonly because: string }[],
) => {
  const undone = promoted.length === 0 && (await giveBack(replicas, move));
  return undone
    ? aborted(move, reason)
    : needsAPerson(
        reason,
        promoted.map(({ because }) => because),
      );
};

const aborted = ({ from }: Move, reason: string) => ({
  outcome: 'aborted',
  because: `${reason}; nothing was promoted, so the lead went back to ${from}`,
});

const needsAPerson = (reason: string, promoted: readonly string[]) => ({
  outcome: 'needs-a-person',
  because: `${reason}; ${promoted.length > 0 ? `promotion had begun (${promoted.join('; ')})` : 'the lead could not be given back'}`,
});

export const { create, handler } = lambda('undo', request, work);
