import { allRegions } from '../../lib/regions';
import { movedOnce } from './flapping';
import { regionLoss } from './region-loss';
import type { Scenario, Stage } from './scenario';

/** The idle Region is gone for so long: longer than any vote, alarm or health check takes to notice. */
const IDLE_BACK_AFTER_SECONDS = 300;

/** Then the active Region falls silent: by now the idle one votes again, and its alarms have read their metrics. */
const LOST_AFTER_SECONDS = 600;

/** The lost Region answers again when the move is over, and is watched for so long. */
const BACK_AFTER_SECONDS = 1_300;
const WATCHED_UNTIL_SECONDS = 1_700;

/** A switch Region without a workload dies while all is well; when it is back, the active one dies. */
export const switchRegionLoss: Scenario = {
  ...regionLoss,
  name: 'switch-region-loss',
  summary:
    'the idle switch Region dies and users notice nothing; it returns, the active one is lost, and all moves once',
  faults: ['F1', 'F30', 'F32'],
  strike: (stage) => {
    const { world } = stage.cloud;
    const { network, clock } = world;
    const idle = idleRegion(stage);
    const at = (seconds: number, region: string, what: string, change: () => void) =>
      void clock.after(seconds * 1000, () => {
        world.trace.add({ type: 'fault', region, what, causes: [] });
        change();
      });
    network.kill(idle);
    at(IDLE_BACK_AFTER_SECONDS, idle, 'the idle Region is back', () => network.revive(idle));
    at(LOST_AFTER_SECONDS, stage.active, LOST, () => regionLoss.strike(stage));
    at(BACK_AFTER_SECONDS, stage.active, 'the lost Region is back', () => network.revive(stage.active));
    at(WATCHED_UNTIL_SECONDS, stage.active, OVER, () => undefined);
  },
  lossAfterSeconds: LOST_AFTER_SECONDS,
  isOver: ({ cloud }) => cloud.world.trace.entries.some(({ what }) => what === OVER),
  expects: {
    ...regionLoss.expects,
    leaves: (stage) => [...movedOnce(stage), ...movedTooSoon(stage)],
  },
  watchSecondsMax: 2_000,
};

const LOST = 'the active Region is lost';
const OVER = 'nothing more will happen';

const idleRegion = ({ plan, active, standby }: Stage): string =>
  allRegions(plan).find((region) => ![active, standby].includes(region))!;

/** While two of three switches live, the third disturbs nobody and starts nothing. */
const movedTooSoon = ({ cloud }: Stage): readonly string[] => {
  const { entries } = cloud.world.trace;
  const before = entries.slice(
    entries.findIndex(({ what }) => what.startsWith('switch-region-loss')),
    entries.findIndex(({ what }) => what === LOST),
  );
  return before
    .filter(({ type }) => type === 'users' || type === 'run' || type === 'traffic')
    .map(({ what }) => `although only the idle Region was gone: ${what}`);
};
