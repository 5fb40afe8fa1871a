import { names } from '../../lambdas/plan/names';
import { preferredRegion } from '../../lambdas/plan/preferred-region';
import { say } from '../scenarios/person';
import type { Fault } from './fault';

const LOOKS_EVERY_MS = 5_000;

/** Whether it is ready or not, and while users read and write. */
export const moveBack: Fault = {
  name: 'move-back',
  id: 'F33',
  summary: 'as soon as the application lives elsewhere, somebody wants to move it back to the preferred Region',
  passes: true,
  byPeople: true,
  strike: (stage) => {
    const { cloud, plan } = stage;
    const preferred = preferredRegion(plan);
    const look = (): void => {
      const item = cloud.dynamodb.item(names(plan).table, { pk: 'authority', sk: '-' });
      const active = item?.['active'];
      if (active === undefined || active === preferred) return;
      stop();
      say(stage, preferred, 'failover', { lost: active, reason: 'back to where we belong', acceptLoss: 'any' });
    };
    const stop = cloud.world.clock.every(LOOKS_EVERY_MS, look, 0);
    return stop;
  },
};
