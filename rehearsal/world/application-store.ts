import { createGate, GateClosed, type Gate } from '../../examples/gate-client/gate';
import type { Plan, Region } from '../../lambdas/plan/plan';
import { CannotCommit } from '../aws/rds/errors';
import type { ApplicationCloud, Outcome } from './application';

/** Where the application keeps what users write: every Aurora database of the plan, behind the gates of the plan. */
export interface Store {
  write(region: Region, id: string): Outcome;
  /** Whether every database shows this row in the Region. */
  has(region: Region, id: string): boolean;
  /** Ids of rows that were committed and that a primary does not have any more, each looked up by itself. */
  lost(): ReadonlySet<string>;
}

/** Starts a gate client in every Region, as each host of the application would. */
export const createStore = (plan: Plan, { world, rds, ssm }: ApplicationCloud): Store => {
  const databases = plan.resources
    .filter((resource) => resource.kind === 'aurora-global')
    .map(({ globalCluster }) => globalCluster);
  const parameters = plan.resources
    .filter((resource) => resource.kind === 'gate-parameter')
    .map(({ parameter }) => parameter);
  const acknowledged: string[] = [];
  const gatesOf = new Map<Region, readonly Gate[]>();
  for (const { name: region } of plan.regions) {
    gatesOf.set(
      region,
      parameters.map((parameter) => startGate(world.clock, () => readParameter(region, parameter))),
    );
  }

  const readParameter = (region: Region, parameter: string): string => {
    // The hosts live in the Region of their parameter: they stand still, or reach it.
    const value = world.network.alive(region) ? ssm.value(region, parameter) : undefined;
    if (value === undefined) throw new Error(`${parameter} cannot be read in ${region}`);
    return value;
  };
  const commit = (region: Region, id: string): Outcome => {
    const epochs = (gatesOf.get(region) ?? []).map((gate) => gate.assertOpen().epoch);
    // A write that nothing gates is of no epoch; 0 is the epoch before the first.
    const epoch = epochs.length === 0 ? 0 : Math.min(...epochs);
    for (const database of databases) rds.commit(database, region, { id, epoch });
    acknowledged.push(id);
    return { good: true, epoch };
  };
  return {
    write: (region, id) => {
      try {
        return commit(region, id);
      } catch (fault) {
        if (fault instanceof GateClosed || fault instanceof CannotCommit)
          return { good: false, because: fault.message };
        throw fault;
      }
    },
    has: (region, id) =>
      databases.every((database) => rds.rows(database, region).findLast((row) => row.id === id) !== undefined),
    lost: () => {
      const kept = databases.map((database) => new Set(rds.primaryRows(database).map(({ id }) => id)));
      return new Set(acknowledged.filter((id) => !kept.every((rows) => rows.has(id))));
    },
  };
};

/** The very client that the example gives to users, on the virtual clock. */
const startGate = ({ now, every }: ApplicationCloud['world']['clock'], read: () => string): Gate => {
  const gate = createGate({ read: async () => read(), now, steady: now, every });
  void gate.start();
  return gate;
};
