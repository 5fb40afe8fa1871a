import * as z from 'zod';
import { giveBack } from '../authority/lead';
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
  const entries = await readLedger(replicas, move.run);
  const promoted = stepsIn(entries).filter(({ phase, acted }) => phase === 'promote' && acted);
  const reason = lastRefusal(entries) ?? 'a step failed for good';
  const undone = promoted.length === 0 && (await giveBack(replicas, move));
  const answer = undone
    ? aborted(move, reason)
    : needsAPerson(
        reason,
        promoted.map(({ because }) => because),
      );
  await note(replicas, move.run, 'undo', answer);
  return answer;
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
