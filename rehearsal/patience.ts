import type { Execution } from './aws/services/compute';
import { idleSecondsMax } from './idle-seconds-max';
import { executionsOf } from './outcome';
import type { Request } from './rehearse';
import type { Scenario, Stage } from './scenarios/scenario';
import type { TraceEntry } from './world/world';

/** How long things are watched. */
export interface Patience {
  /** Schedules have started everything, gates are open and lag has been sampled after this long. */
  readonly settleSeconds: number;
  /** Users come so long before anything happens. */
  readonly calmSeconds: number;
  /** After a run has ended, so long shows whether it holds. */
  readonly restSeconds: number;
  readonly watchSecondsMax: number;
  /** Where nothing runs so long after the last fault, nobody waits for it any more. */
  readonly idleSecondsMax: number;
}

/** One more renewal of the gate, and a few minutes of users; a soak has no time to lose, and looks at the end for itself. */
export const patience = ({
  plan,
  scenario: { watchSecondsMax },
  afterwards,
}: Pick<Request, 'plan' | 'scenario' | 'afterwards'>): Patience =>
  afterwards
    ? {
        settleSeconds: 160,
        calmSeconds: 5,
        restSeconds: 30,
        watchSecondsMax: Math.min(watchSecondsMax, 600),
        idleSecondsMax: idleSecondsMax(plan),
      }
    : { settleSeconds: 240, calmSeconds: 60, restSeconds: 150, watchSecondsMax, idleSecondsMax: watchSecondsMax };

/** Waits until the runs of the scenario's journey have been over for a while, or nobody would wait any longer. */
export const settle = async (
  stage: Stage,
  scenario: Scenario,
  until: Patience & { readonly beganMs: number; readonly struckMs: number; readonly calmAfterSeconds: number },
): Promise<void> => {
  const { beganMs, struckMs, calmAfterSeconds, restSeconds, watchSecondsMax, idleSecondsMax } = until;
  const { cloud, plan } = stage;
  const { clock, network, trace } = cloud.world;
  const haveRested = (runs: readonly Execution[]) =>
    runs.every(({ endedAt, region }) =>
      endedAt === undefined ? !network.alive(region) : clock.now() - endedAt >= restSeconds * 1000,
    );
  const isAtRest = () => {
    const runs = executionsOf(cloud, plan, scenario.journey, struckMs);
    return runs.length > 0 && runs.every(({ endedAt }) => endedAt !== undefined) && haveRested(runs);
  };
  const calmMs = struckMs + calmAfterSeconds * 1000;
  // A scenario may strike later, and more than once.
  const lastFault = follow(trace.entries);
  const lastBadMs = () => Math.max(calmMs, beganMs + (lastFault()?.t ?? 0));
  const isIdle = () => clock.now() - lastBadMs() >= idleSecondsMax * 1000 && haveRested(cloud.states.executions);
  const isOver = () => scenario.isOver?.(stage) !== false && (isAtRest() || isIdle());
  const watchMs = (calmAfterSeconds + watchSecondsMax) * 1000;
  await clock.sleep(calmAfterSeconds * 1000);
  while (!isOver() && clock.now() - struckMs < watchMs) await clock.sleep(5_000);
};

/** The newest fault of a trace that grows; each entry is looked at once. */
const follow = (entries: readonly TraceEntry[]): (() => TraceEntry | undefined) => {
  let seen = 0;
  let newest: TraceEntry | undefined;
  return () => {
    newest = entries.slice(seen).findLast(({ type }) => type === 'fault') ?? newest;
    seen = entries.length;
    return newest;
  };
};
