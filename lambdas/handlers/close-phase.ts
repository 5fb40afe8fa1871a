import * as z from 'zod';
import { note } from '../evidence/ledger';
import { judgePhase, phaseResults } from '../steps/close-phase';
import { move } from '../steps/step';
import { lambda, type Room } from './lambda';

const request = z.strictObject({ phase: z.string(), move, results: phaseResults });

/** Says whether every step of a phase is done, and records it. */
const work = async ({ phase, move, results }: z.output<typeof request>, room: Room) => {
  const judgement = judgePhase(phase, results);
  await note(room.replicas(move.from), move.run, `phase#${phase}`, { phase, ...judgement });
  return judgement;
};

export const { create, handler } = lambda('close-phase', request, work);
