import { fencedWriters } from '../../../rehearsal/world/fenced';
import type { Resource } from '../../../lambdas/plan/plan';
import type { Before, Kind, Progress } from '../../../lambdas/resources/kind';
import { fencedShop } from '../../fenced-shop';
import { aMove } from '../a-move';
import { EAST, openStage, WEST, type Stage } from '../stage';
import { resourceOf, untilDone, waysOf } from './resource-of';

type FenceKind = Extract<Resource['kind'], `fence-${string}`>;

/** The example's fence of a kind, in a simulated AWS; `before` is what it told of before it acted. */
export const stageFence = <K extends FenceKind>(name: K, kind: Kind<Extract<Resource, { kind: K }>>) => {
  const stage = openStage(1, fencedShop());
  const resource = resourceOf(stage, name);
  let before: Before = {};
  const ways = waysOf(stage, aMove(), { aboutToAct: async (was = {}) => void (before = was) });
  return {
    stage,
    resource,
    start: () => stage.run(kind.fence!.start(resource, aMove(), ways)),
    close: () => stage.run(untilDone(stage, kind.fence!, resource, aMove(), ways)),
    reopen: (): Promise<Progress> => stage.run(kind.unfence!(resource, { region: EAST, before }, stage.outside(WEST))),
    before: () => before,
    writesIn: (region: string) => writesIn(stage, name, region),
    effects: () =>
      stage.cloud.endpoint.effects.map(({ region, operation, target }) => `${region} ${operation} ${target}`),
  };
};

const writesIn = ({ cloud, plan }: Stage, kind: string, region: string) => {
  const named = plan.resources.find((one) => one.kind === kind)?.name;
  return fencedWriters(cloud, plan).find((one) => one.resource === named && one.region === region)?.canWrite;
};
