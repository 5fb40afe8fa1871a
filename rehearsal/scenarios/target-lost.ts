import { names } from '../../lambdas/plan/names';
import type { Plan } from '../../lambdas/plan/plan';
import { movedOnce } from './flapping';
import { regionLoss } from './region-loss';
import type { Expectation, Scenario, Stage } from './scenario';

/** When the target is lost: so long after this function of its run was called first. */
interface Moment {
  readonly handler: string;
  readonly afterSeconds: number;
}

/** The active Region falls silent, and so does the one that takes over, shortly after a function of its run was called. */
const loseTheTargetAt =
  ({ handler, afterSeconds }: Moment) =>
  (stage: Stage): void => {
    const { cloud, plan, active } = stage;
    const { trace, clock, network } = cloud.world;
    let struck = false;
    trace.onAdd(({ type, what, region }) => {
      if (struck || type !== 'step' || what !== names(plan).handler(handler) || region === active) return;
      struck = true;
      clock.after(afterSeconds * 1000, () => {
        trace.add({ type: 'fault', region, what: `${region} is lost too, in mid-run`, causes: [] });
        network.kill(region);
      });
    });
    regionLoss.strike(stage);
  };

/** What the lost target may have changed before it died. */
const CHANGES = ['PutParameter', 'UpdateService', 'FailoverGlobalCluster'];

const nobodyIsLeft: Expectation = {
  outcome: 'needs-a-person',
  because: /no Region is left to serve: .* led under epoch \d+/,
  changes: CHANGES,
};

/** A plan with a third Region wants it to go on; where two of the authority's Regions die as well, that is not met. */
const wantsToGoOn = ({ regions }: Plan): boolean => regions.length > 2;

const scenario = (
  more: Pick<Scenario, 'name' | 'summary'>,
  moment: Moment,
  whenAnotherIsLeft: Expectation,
): Scenario => ({
  ...regionLoss,
  ...more,
  faults: ['F1', 'F19', 'F29'],
  strike: loseTheTargetAt(moment),
  expects: nobodyIsLeft,
  expectsIn: (plan) => (wantsToGoOn(plan) ? whenAnotherIsLeft : nobodyIsLeft),
  watchSecondsMax: 1_200,
});

/** Nothing is promoted yet, so a third Region can go on. */
export const targetLostInMidRun = scenario(
  {
    name: 'target-lost-in-mid-run',
    summary: 'the target is lost while its run waits for the old gate: people are told, or a third Region goes on',
  },
  { handler: 'fence', afterSeconds: 3 },
  { outcome: 'moved', verdicts: ['proceed'], leaves: movedOnce },
);

/** Aurora takes no second failover while one is on its way, and a third Region says so. */
export const targetLostWhilePromoting = scenario(
  {
    name: 'target-lost-while-promoting',
    summary: 'the target is lost while its database is promoted: people are told; Aurora lets no third Region go on',
  },
  // The first call of `promote` asks Aurora before it acts.
  { handler: 'promote', afterSeconds: 10 },
  { outcome: 'held', changes: CHANGES },
);

/** The target may have accepted writes, and Aurora rebuilds the third Region's cluster from it. */
export const targetLostAfterOpening = scenario(
  {
    name: 'target-lost-after-opening',
    summary: 'the target is lost when its gate has opened: people are told; a third database is not in step with it',
  },
  { handler: 'prove', afterSeconds: 1 },
  { outcome: 'held', changes: CHANGES },
);
