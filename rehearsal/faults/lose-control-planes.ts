import type { World } from '../world/world';
import type { Fault } from './fault';
import { oneOf } from './places';
import { refuseCalls } from './refuse-calls';
import type { Mend } from './spoil';

/** Operations of Regional control planes that functions of ours may ask for; data planes go on. */
const REGIONAL = new Set(['rds', 'ecs', 'sfn', 'ec2', 'eventbridge', 'lambda']);

/** The control planes of one Region answer nobody; what they set up goes on working. */
export const refuseControlPlanes = (world: Pick<World, 'faults'>, region: string): Mend =>
  refuseCalls(world, ({ service, region: asked }) => REGIONAL.has(service) && asked === region);

/**
 * What is set up goes on working, so that nothing may move for it: static stability.
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/control-planes-and-data-planes.html
 */
export const loseControlPlanes: Fault = {
  name: 'lose-control-planes',
  id: 'F2',
  summary: 'the control planes of a Region answer nobody, and its data planes go on',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => refuseControlPlanes(world, oneOf(plan.regions, draw()).name),
};
