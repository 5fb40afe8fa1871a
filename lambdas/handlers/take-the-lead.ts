import * as z from 'zod';
import { takeTheLead } from '../authority/lead';
import { amend } from '../evidence/ledger';
import { move } from '../steps/step';
import { lambda, type Room } from './lambda';

const runId = z.strictObject({ name: z.string(), region: z.string() });

const continued = z.strictObject({
  runs: z.array(runId),
  effectAt: z.iso.datetime().optional(),
  lastRenewal: z.strictObject({ epoch: z.int(), renewal: z.int(), at: z.iso.datetime() }).optional(),
});

const request = z.strictObject({
  move,
  expects: z.strictObject({
    assessedAt: z.iso.datetime(),
    epoch: z.int().positive(),
    renewal: z.int().nonnegative().optional(),
    renewalSeenAt: z.iso.datetime().optional(),
    renewedAt: z.iso.datetime().optional(),
    oldGateOpenUntil: z.iso.datetime().optional(),
    abandonedSeenAt: z.iso.datetime().optional(),
    continues: continued.optional(),
    votes: z.array(z.strictObject({ observer: z.string(), says: z.string(), since: z.iso.datetime() })),
  }),
});

/** Takes the lead if everything is still as the assessment saw it. */
const work = async ({ move, expects }: z.output<typeof request>, room: Room) => {
  const replicas = room.replicas(move.from);
  const lead = await takeTheLead(replicas, move, expects, room.plan.authority.lease);
  await amend(replicas, move.run, 'lead', { ...lead, epoch: move.epoch, votes: expects.votes, ...going(expects) });
  return lead;
};

/** Of runs that died with their Regions nothing is left but what another run tells (S30). */
const going = ({ continues }: z.output<typeof request>['expects']) => (continues ? { continues: continues.runs } : {});

export const { create, handler } = lambda('take-the-lead', request, work);
