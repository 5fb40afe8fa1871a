import { movedOnce } from './flapping';
import { regionLoss } from './region-loss';
import type { Scenario, Stage } from './scenario';

/** The lost Region answers again so long after the strike: by then the move has ended. */
const BACK_AFTER_SECONDS = 600;

/** S5: nothing is offered before the Region has been healthy for this long. */
const HEALTH_SECONDS_MIN = 900;

/** Another look follows within a quarter of an hour, and must not offer again. */
const SILENCE_SECONDS = 960;

const RETURNS = 'the lost Region is back';

/** The active Region falls silent, and is back when the move is over. */
export const failbackOffered: Scenario = {
  ...regionLoss,
  name: 'failback-offered',
  summary: 'the lost Region comes back after the move; people are told once that they may move back, and nothing does',
  faults: ['F1', 'F32'],
  // Only the plan's first Region is offered: it is where the application belongs.
  livesIn: 'the first Region',
  strike: (stage) => {
    const { world } = stage.cloud;
    regionLoss.strike(stage);
    world.clock.after(BACK_AFTER_SECONDS * 1000, () => {
      world.network.revive(stage.active);
      world.trace.add({ type: 'fault', region: stage.active, what: RETURNS, causes: [], atMs: world.clock.now() });
    });
  },
  isOver: ({ cloud }) => {
    const [first] = offers(cloud);
    return first !== undefined && cloud.world.clock.now() - first.at >= SILENCE_SECONDS * 1000;
  },
  expects: {
    ...regionLoss.expects,
    leaves: (stage) => [...movedOnce(stage), ...wrongOffers(stage)],
  },
  // Aurora takes up to an hour to rebuild the returned cluster, and only then is it ready.
  watchSecondsMax: 8_000,
};

/** What people were told, each time that they were told that they may move back. */
export const offers = ({ sns }: Stage['cloud']) =>
  sns.published.filter(({ subject }) => subject?.includes('may move back'));

const wrongOffers = ({ cloud, active, standby }: Stage): readonly string[] => {
  const { entries } = cloud.world.trace;
  const [offer, ...others] = offers(cloud);
  const back = entries.find(({ what }) => what === RETURNS);
  if (!offer || !back) return ['nobody was told that the application may move back'];
  const secondsSince = (offer.at - Number(back['atMs'])) / 1000;
  return [
    ...others.map(() => 'people were told more than once that the application may move back'),
    ...(secondsSince < HEALTH_SECONDS_MIN
      ? [`the failback was offered ${secondsSince} s after ${active} was back`]
      : []),
    ...(offer.subject?.endsWith(`from ${standby} to ${active}`) ? [] : [`the offer says ${offer.subject}`]),
  ];
};
