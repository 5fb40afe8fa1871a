import { names } from '../../lambdas/plan/names';
import type { Plan } from '../../lambdas/plan/plan';
import { allRegions } from '../../lib/regions';
import { offers } from './failback-offered';
import { movedTimes } from './flapping';
import { failedWords, say } from './person';
import { regionLoss } from './region-loss';
import type { Scenario, Stage } from './scenario';

/** The idle Region is gone for so long: longer than any vote, alarm or health check takes to notice. */
const IDLE_BACK_AFTER_SECONDS = 300;

/** Then the active Region falls silent: by now the idle one votes again, and its alarms have read their metrics. */
const LOST_AFTER_SECONDS = 600;

/** The lost Region answers again when the move is over. */
const BACK_AFTER_SECONDS = 1_300;

/** People read that they may move back, do not, and acknowledge the move: nobody moves back by hand before the next loss. */
const ACKNOWLEDGED_AFTER_SECONDS = 60;
const LOST_AGAIN_AFTER_SECONDS = 300;

/** The move back, and some rest after it. */
const WATCHED_AFTER_SECONDS = 700;

const IDLE_BACK = 'the idle Region is back';
const LOST = 'the active Region is lost';
const RETURNED = 'the lost Region is back';
const LOST_AGAIN = 'the Region that took over is lost';
const OVER = 'nothing more will happen';

/** A switch Region without a workload dies while all is well; when it is back, the active one dies, and later the other. */
export const switchRegionLoss: Scenario = {
  ...regionLoss,
  name: 'switch-region-loss',
  summary:
    'the idle switch Region dies and nobody notices; the active one is lost and all moves; it returns, the other is lost, and all moves back',
  faults: ['F1', 'F30', 'F32'],
  // Only the plan's first Region is offered when it is back: that is how people hear that it is ready.
  livesIn: 'the first Region',
  needs: {
    what: 'a plan with three switch Regions, one of them without a workload, and two automatic moves a day',
    has: (plan) =>
      plan.authority.regions.length === 3 && idleRegion(plan) !== undefined && plan.automation.maxPerDay >= 2,
  },
  strike: (stage) => {
    const { network } = stage.cloud.world;
    const idle = idleRegion(stage.plan)!;
    network.kill(idle);
    later(stage, IDLE_BACK_AFTER_SECONDS, { region: idle, what: IDLE_BACK }, () => network.revive(idle));
    later(stage, LOST_AFTER_SECONDS, { region: stage.active, what: LOST }, () => network.kill(stage.active));
    later(stage, BACK_AFTER_SECONDS, { region: stage.active, what: RETURNED }, () => {
      network.revive(stage.active);
      whenOffered(stage, () => loseTheOther(stage, idle));
    });
  },
  losses: [LOST, LOST_AGAIN],
  isOver: ({ cloud }) => cloud.world.trace.entries.some(({ what }) => what === OVER),
  expects: {
    ...regionLoss.expects,
    leaves: (stage) => [
      ...movedTimes(stage, 2),
      ...livesElsewhere(stage),
      ...failedWords(stage.cloud),
      ...disturbed(stage, 'only the idle Region was gone', ['switch-region-loss: ', LOST]),
      ...disturbed(stage, 'the lost Region only came back', [RETURNED, LOST_AGAIN]),
    ],
  },
  // Aurora takes up to an hour to rebuild the returned cluster, and only then is it ready.
  watchSecondsMax: 9_000,
};

const idleRegion = (plan: Plan): string | undefined =>
  allRegions(plan).find((region) => !plan.regions.some(({ name }) => name === region));

const later = (
  { cloud: { world } }: Stage,
  seconds: number,
  told: { readonly region: string; readonly what: string },
  change: () => void = () => undefined,
): void =>
  void world.clock.after(seconds * 1000, () => {
    world.trace.add({ type: 'fault', ...told, causes: [] });
    change();
  });

/** Somebody reads the notices, and does something when the application may move back: the lost Region is ready again. */
const whenOffered = ({ cloud }: Stage, act: () => void): void => {
  const look = (): void => (offers(cloud).length > 0 ? act() : void cloud.world.clock.after(1_000, look));
  look();
};

/** People clear the cool-down, and then the Region that took over is lost. */
const loseTheOther = (stage: Stage, idle: string): void => {
  const { world } = stage.cloud;
  const seen = { reason: 'the cause of the move is known, and it may move again' };
  world.clock.after(ACKNOWLEDGED_AFTER_SECONDS * 1000, () => say(stage, idle, 'acknowledge', seen));
  later(stage, LOST_AGAIN_AFTER_SECONDS, { region: stage.standby, what: LOST_AGAIN }, () =>
    world.network.kill(stage.standby),
  );
  later(stage, LOST_AGAIN_AFTER_SECONDS + WATCHED_AFTER_SECONDS, { region: stage.standby, what: OVER });
};

/** At the end, the authority and the traffic are where they were in the beginning. */
const livesElsewhere = ({ cloud, plan, active }: Stage): readonly string[] => {
  const item = cloud.dynamodb.item(names(plan).table, { pk: 'authority', sk: '-' });
  const traffic = Object.entries((item?.['traffic'] ?? {}) as Record<string, boolean>);
  const on = traffic.filter(([, isOn]) => isOn).map(([region]) => region);
  return [
    ...(item?.['active'] === active ? [] : [`${String(item?.['active'])} may write at the end, not ${active}`]),
    ...(on.join() === active ? [] : [`traffic goes to ${on.join(', ')} at the end, not to ${active}`]),
  ];
};

/** While two of three switches live, and while a healthy Region only returns, nobody is disturbed and nothing moves (S23). */
const disturbed = ({ cloud, plan }: Stage, although: string, [from, until]: readonly [string, string]): string[] => {
  const { entries } = cloud.world.trace;
  const at = (wanted: string) => entries.findIndex(({ what }) => what.startsWith(wanted));
  const failover = names(plan).machine('failover');
  return entries
    .slice(at(from), at(until))
    .filter(
      ({ type, what }) => type === 'users' || type === 'traffic' || (type === 'run' && what.startsWith(`${failover} `)),
    )
    .map(({ what }) => `although ${although}: ${what}`);
};
