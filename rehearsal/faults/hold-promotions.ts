import type { Fault } from './fault';
import { refuseCalls } from './refuse-calls';

/** Operations that change which Region writes. */
const PROMOTES = /^(FailoverGlobalCluster|SwitchoverGlobalCluster|RemoveFromGlobalCluster)$/;

/** The database cannot be asked to change sides. */
export const holdPromotions: Fault = {
  name: 'hold-promotions',
  id: 'F26',
  summary: 'RDS promotes nothing',
  passes: true,
  strike: ({ cloud: { world } }) => refuseCalls(world, ({ operation }) => PROMOTES.test(operation)),
};
