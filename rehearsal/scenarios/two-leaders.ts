import { movedOnce } from './flapping';
import { say } from './person';
import { regionLoss } from './region-loss';
import type { Scenario, Stage } from './scenario';

/** When every vote has lasted for long enough, give or take a look: alarm, observer and people are all there by then. */
const PEOPLE_AFTER_SECONDS = [95, 95, 100];

const startByHand = (stage: Stage): void =>
  say(stage, stage.standby, 'failover', { lost: stage.active, reason: 'the page is red' });

/** The active Region falls silent, and several start a run at once. */
export const twoLeaders: Scenario = {
  ...regionLoss,
  name: 'two-leaders',
  summary: 'alarm, observer and three people start runs at the same time; one of them moves, the others say who leads',
  faults: ['F1', 'F21'],
  strike: (stage) => {
    const { clock } = stage.cloud.world;
    for (const seconds of PEOPLE_AFTER_SECONDS) clock.after(seconds * 1000, () => startByHand(stage));
    regionLoss.strike(stage);
  },
  expects: { outcome: 'moved', verdicts: ['proceed'], leaves: movedOnce },
};
