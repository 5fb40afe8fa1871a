import { names } from '../../lambdas/plan/names';
import { movedOnce } from './flapping';
import { recoversInTime } from './recovers-in-time';
import { regionLoss } from './region-loss';
import type { Scenario, Stage } from './scenario';

/** The run has given its lead back by then, and its cool-down goes on. */
const AGAIN_AFTER_SECONDS = 400;
const WATCHED_FOR_SECONDS = 240;

const LOST_AGAIN = 'the active Region is lost again';
const OVER = 'nothing more will happen';

/** A run has the lead when the active Region answers again; minutes later it falls silent for good. */
export const lostAgain: Scenario = {
  ...regionLoss,
  name: 'lost-again',
  summary:
    'the active Region is back before anything is promoted, and is lost again in the cool-down; people are left to decide',
  faults: ['F1', 'F32'],
  strike: (stage) => {
    const { cloud, plan, active } = stage;
    const { network, trace, clock } = cloud.world;
    const tell = (what: string) => trace.add({ type: 'fault', region: active, what, causes: [] });
    let isBack = false;
    regionLoss.strike(stage);
    trace.onAdd(({ type, what }) => {
      if (isBack || type !== 'step' || what !== names(plan).handler('fence')) return;
      isBack = true;
      network.revive(active);
    });
    clock.after(AGAIN_AFTER_SECONDS * 1000, () => {
      tell(LOST_AGAIN);
      regionLoss.strike(stage);
      clock.after(WATCHED_FOR_SECONDS * 1000, () => tell(OVER));
    });
  },
  isOver: ({ cloud }) => cloud.world.trace.entries.some(({ what }) => what === OVER),
  expects: { ...recoversInTime.expects, leaves: (stage) => [...movedOnce(stage), ...livesElsewhere(stage)] },
};

/** What is wrong if anybody but the Region that was lost may write. */
const livesElsewhere = ({ cloud, plan, active }: Stage): readonly string[] => {
  const item = cloud.dynamodb.item(names(plan).table, { pk: 'authority', sk: '-' });
  return item?.['active'] === active ? [] : [`${String(item?.['active'])} may write at the end, not ${active}`];
};
