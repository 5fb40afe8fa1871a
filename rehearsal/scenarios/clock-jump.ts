import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

const JUMP_MS = 300_000;

/** Nobody may believe what a clock says that jumped: not how long a loss has lasted, not that a gate has closed. */
export const clockJump: Scenario = {
  name: 'clock-jump',
  journey: 'failover',
  summary: 'the clocks of the standby jump five minutes ahead as the active Region falls silent; nothing is promoted',
  faults: ['F1', 'F22'],
  strike: (stage) => {
    const { cloud, standby } = stage;
    cloud.world.faults.clockOffMs = (region) => (region === standby ? JUMP_MS : 0);
    regionLoss.strike(stage);
  },
  expects: { outcome: 'held', because: /the clock here is \d+\.\d s off that of the authority/ },
  watchSecondsMax: 760,
};

/** A gate that is kept open by a wrong clock may stay open too long, so it is left to close. */
export const clockOfActiveJumps: Scenario = {
  ...regionLoss,
  name: 'clock-of-active-jumps',
  summary:
    'the clocks of the active Region’s functions jump ahead; its gate closes instead of staying open, and it moves',
  faults: ['F22'],
  strike: ({ cloud, active }) => {
    cloud.world.faults.clockOffMs = (region) => (region === active ? JUMP_MS : 0);
  },
};
