import * as z from 'zod';
import { readAuthority } from '../authority/authority';
import { takeTheLead } from '../authority/lead';
import { note } from '../evidence/ledger';
import { move } from '../steps/step';
import { lambda, type Room } from './lambda';

const request = z.strictObject({
  move,
  expects: z.strictObject({
    epoch: z.int().positive(),
    renewal: z.int().nonnegative().optional(),
    renewalSeenAt: z.iso.datetime().optional(),
    renewedAt: z.iso.datetime().optional(),
    oldGateOpenUntil: z.iso.datetime().optional(),
    abandonedSeenAt: z.iso.datetime().optional(),
    votes: z.array(z.strictObject({ observer: z.string(), says: z.string(), since: z.iso.datetime() })),
  }),
});

/** Takes the lead if everything is still as the assessment saw it. */
const work = async ({ move, expects }: z.output<typeof request>, room: Room) => {
  const replicas = room.replicas(move.from);
  // Its answer tells the time, which the lead depends on (S11).
  await readAuthority(replicas);
  const lead = await takeTheLead(replicas, move, expects, room.plan.authority.lease);
  await note(replicas, move.run, 'lead', { ...lead, epoch: move.epoch, votes: expects.votes });
  return lead;
};

export const { create, handler } = lambda('take-the-lead', request, work);
