import * as z from 'zod';
import { note } from '../evidence/ledger';
import { closePhase, phaseResults } from '../steps/close-phase';
import { move, saving } from '../steps/step';
import { lambda, type Room } from './lambda';

const request = z.strictObject({ phase: z.string(), move: z.union([saving, move]), results: phaseResults });

/** Says whether every step of a phase is done, and records it. */
const work = async ({ phase, move, results }: z.output<typeof request>, room: Room) => {
  const judgement = closePhase(phase, results, { plan: room.plan, ...attested(move) });
  // A backup suspects nobody.
  const suspect = 'point' in move ? undefined : move.from;
  await note(room.replicas(suspect), move.run, `phase#${phase}`, { phase, ...judgement });
  return judgement;
};

const attested = (move: z.output<typeof request>['move']) =>
  'fenceAttested' in move && move.fenceAttested !== undefined ? { fenceAttested: move.fenceAttested } : {};

export const { create, handler } = lambda('close-phase', request, work);
