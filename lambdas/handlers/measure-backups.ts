import { publishBackups, type NewestPoint } from '../evidence/publish-backups';
import { kindOf } from '../resources/registry';
import { lambda, type Room } from './lambda';
import { tick } from './tick';

/** Measures how old the newest good recovery point of each database here is, whoever made it. */
const work = async (_: unknown, room: Room) => {
  const { plan, here, outside } = room;
  const found = await Promise.all(plan.backups.map(({ resource }) => newestPoint(resource, room)));
  const newest = found.flatMap((point) => point ?? []);
  await publishBackups(outside, plan, here, newest);
  return { newest };
};

const newestPoint = async (name: string, { plan, here, outside }: Room): Promise<NewestPoint | undefined> => {
  const resource = plan.resources.find((one) => one.name === name)!;
  const points = await kindOf(resource).listPoints!(resource, here, { plan, outside });
  const newest = points.find(({ good }) => good);
  if (!newest) return undefined;
  const ageHours = (outside.clock.now() - Date.parse(newest.at)) / 3_600_000;
  return { resource: name, ageHours, bytes: newest.bytes };
};

export const { create, handler } = lambda('measure-backups', tick, work);
