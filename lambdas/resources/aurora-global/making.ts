import type { Region } from '../../plan/plan';
import { done, pending, refused, type Progress, type RecoveryPoint } from '../kind';

/** A snapshot takes minutes, so it is looked at this often. */
const LOOK_EVERY_SECONDS = 20;

/** How far the making of a recovery point is. */
export const making = (id: string, region: Region, point: RecoveryPoint | undefined): Progress => {
  if (point?.state === 'available') return done(`${id} is available in ${region}`);
  if (point?.state === 'failed') return refused(`${id} failed in ${region}`);
  return pending(`${id} is being made in ${region}`, LOOK_EVERY_SECONDS);
};
