import { names } from '../../lambdas/plan/names';
import { between, isolate } from '../faults/places';
import { movedOnce } from './flapping';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** Less than others need to go on in its place, or more: its run may still lead when it is back, or be long replaced. */
const AWAY_SECONDS = [90, 300] as const;

/** The active Region falls silent, and the one that takes over is cut off right before it promotes; its run lives on and tries again. */
export const targetCutOff: Scenario = {
  ...regionLoss,
  name: 'target-cut-off',
  summary:
    'the target is cut off right before it promotes, and comes back: only whoever leads by then changes anything',
  faults: ['F1', 'F5', 'F20'],
  needs: { what: 'a plan with a third workload Region', has: ({ regions }) => regions.length > 2 },
  strike: (stage) => {
    const { cloud, plan, active } = stage;
    const { trace, clock, random } = cloud.world;
    let struck = false;
    trace.onAdd(({ type, what, region }) => {
      if (struck || type !== 'step' || what !== names(plan).handler('promote') || region === active) return;
      struck = true;
      const mend = isolate(cloud.world, region);
      clock.after(between(AWAY_SECONDS, random('target-cut-off')()) * 1000, () => {
        mend();
        trace.add({ type: 'fault', region, what: `${region} is not cut off any more`, causes: [] });
      });
    });
    regionLoss.strike(stage);
  },
  expects: { outcome: 'moved', verdicts: ['proceed'], leaves: movedOnce },
};
