import * as z from 'zod';
import { giveBack } from '../authority/lead';
import { lastRefusal } from '../evidence/last-refusal';
import { note, readLedger } from '../evidence/ledger';
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
  const entries = await readLedger(replicas, move.run);
  const promoted = stepsIn(entries).filter(({ phase, acted }) => phase === 'promote' && acted);
  const reason = lastRefusal(entries) ?? 'a step failed for good';
  const fences = promoted.length === 0 ? await takeFencesBack({ ...room, replicas }, move, entries) : [];
  const undone = promoted.length === 0 && (await giveBack(replicas, move));
  const answer = undone
    ? withdrawn(move, reason, fences)
    : needsAPerson(
        reason,
        promoted.map(({ because }) => because),
      );
  await note(replicas, move.run, 'undo', answer);
  return answer;
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
