import * as z from 'zod';
import { initialise } from '../authority/initialise';
import { UnderstudyError } from '../errors';
import type { Region } from '../plan/plan';
import { having, kindOf } from '../resources/registry';
import { lambda, type Room } from './lambda';

/** Nobody can tell which Region writes, so nothing may be written down about it (S3). */
export class WriterUnknown extends UnderstudyError {
  override readonly name = 'WriterUnknown';
}

const request = z.strictObject({ run: z.string() });

/** Looks who writes, and creates the authority item if there is none: the only way to it. */
const work = async (_: unknown, room: Room) => {
  const { plan } = room;
  const active = await findActive(room);
  return initialise(room.replicas(), plan, active);
};

const findActive = async ({ plan, here, outside }: Room): Promise<Region> => {
  const stores = having(plan, 'findWriter');
  const writers = await Promise.all(
    stores.map(async (resource) => {
      const writer = await kindOf(resource).findWriter!(resource, here, outside);
      if (!writer) throw new WriterUnknown(`${resource.name} has no writer that ${here} can see; look at it first`);
      return writer;
    }),
  );
  // A plan without stores writes where it prefers to.
  const active = writers[0] ?? plan.regions[0]!.name;
  const other = writers.findIndex((writer) => writer !== active);
  if (other !== -1) {
    throw new WriterUnknown(`${stores[0]!.name} writes in ${active}, ${stores[other]!.name} in ${writers[other]}`);
  }
  if (plan.regions.some(({ name }) => name === active)) return active;
  throw new WriterUnknown(`${stores[0]!.name} writes in ${active}, which is no workload Region of the plan`);
};

export const { create, handler } = lambda('initialise', request, work);
