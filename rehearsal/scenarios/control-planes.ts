import { loseGlobalControlPlanes } from '../faults/lose-global-control-planes';
import { refuseCalls } from '../faults/refuse-calls';
import type { Stage } from './scenario';

/** Operations of Regional control planes that functions of ours may ask for; data planes go on. */
const REGIONAL = new Set(['rds', 'ecs', 'sfn']);

/** Lets the control planes that live in one Region, and those of `region`, answer nobody; what they set up goes on working. */
export const loseControlPlanes = (stage: Stage, region: string): void => {
  loseGlobalControlPlanes.strike(stage, stage.cloud.world.random('F37'));
  refuseCalls(stage.cloud.world, ({ service, region: asked }) => REGIONAL.has(service) && asked === region);
};
