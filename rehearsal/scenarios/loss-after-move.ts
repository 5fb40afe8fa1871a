import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** An earlier move left the application in the second Region, and that one falls silent. */
export const lossAfterMove: Scenario = {
  ...regionLoss,
  name: 'loss-after-move',
  summary: 'the application lives in the second Region, which falls silent; it moves to the first',
  livesIn: 'the second Region',
};
