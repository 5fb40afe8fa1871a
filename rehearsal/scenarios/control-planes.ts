import { loseGlobalControlPlanes } from '../faults/lose-global-control-planes';
import { refuseControlPlanes } from '../faults/lose-control-planes';
import type { Stage } from './scenario';

/** Lets the control planes that live in one Region, and those of `region`, answer nobody; what they set up goes on working. */
export const loseControlPlanes = (stage: Stage, region: string): void => {
  loseGlobalControlPlanes.strike(stage, stage.cloud.world.random('F37'));
  refuseControlPlanes(stage.cloud.world, region);
};
