import { done, refused, type Acting, type Progress, type Saving, type Ways } from '../kind';
import { listPoints, pointId } from './points';
import type { AuroraGlobal } from './schema';

/** Says whether the recovery point and its copy can be relied on; that they restore is for restore tests to show. */
const look = async (resource: AuroraGlobal, { from, to, point }: Saving, ways: Ways): Promise<Progress> => {
  const id = pointId(ways.plan, resource, point);
  const [here, there] = await Promise.all([listPoints(resource, from, ways), listPoints(resource, to, ways)]);
  const source = here.find((one) => one.id === id);
  const copied = there.find((one) => one.id === id);
  if (!source?.good)
    return refused(`${id} in ${from} is not available, encrypted and of a cluster of ${resource.name}`);
  if (!copied?.good) return refused(`${id} in ${to} is not available, encrypted and of a cluster of ${resource.name}`);
  if (copied.copiedFrom !== source.arn) return refused(`${id} in ${to} is a copy of ${copied.copiedFrom ?? 'nothing'}`);
  if (copied.bytes !== source.bytes) {
    return refused(`${id} has ${source.bytes} bytes in ${from} and ${copied.bytes} in ${to}`);
  }
  return done(`${id} is whole and encrypted in ${from} and ${to}`);
};

/** Changes nothing, so looking once is all. */
export const verify: Acting<AuroraGlobal, Saving> = { deadlineSeconds: 60, start: look, poll: look };
