import { names } from '../../lambdas/plan/names';
import type { Scenario, Stage } from './scenario';

/** The Region is cut off for so long, then back for a time drawn between the two, again and again. */
const CUT_SECONDS = 40;
const BACK_SECONDS = [5, 18] as const;
const FLAPS_FOR_SECONDS = 600;

const flap = ({ cloud: { world }, active }: Stage): void => {
  const { network, clock } = world;
  const draw = world.random('flapping');
  const untilMs = clock.now() + FLAPS_FOR_SECONDS * 1000;
  const cut = () => {
    network.cut('*', active);
    network.cut(active, '*');
    clock.after(CUT_SECONDS * 1000, mend);
  };
  const mend = () => {
    network.mend('*', active);
    network.mend(active, '*');
    const backSeconds = BACK_SECONDS[0] + draw() * (BACK_SECONDS[1] - BACK_SECONDS[0]);
    if (clock.now() < untilMs) clock.after(backSeconds * 1000, cut);
  };
  cut();
};

/** The active Region comes and goes. */
export const flapping: Scenario = {
  name: 'flapping',
  journey: 'failover',
  summary: 'the active Region is cut off and comes back again and again; the application moves at most once',
  faults: ['F8'],
  strike: flap,
  expects: {
    outcome: 'moved',
    mayHold: 'always',
    leaves: (stage) => (movesOf(stage) > 1 ? [`the application moved ${movesOf(stage)} times`] : []),
  },
  watchSecondsMax: 1500,
};

/** How many automatic moves the authority counts. */
const movesOf = ({ cloud, plan }: Stage): number => {
  const item = cloud.dynamodb.item(names(plan).table, { pk: 'authority', sk: '-' });
  return ((item?.['moves'] ?? []) as readonly string[]).length;
};

/** What is wrong if the application did not move exactly so often by itself. */
export const movedTimes = (stage: Stage, times: number): readonly string[] =>
  movesOf(stage) === times ? [] : [`the application moved ${movesOf(stage)} times, not ${times}`];

/** What is wrong if the application did not move exactly once. */
export const movedOnce = (stage: Stage): readonly string[] => movedTimes(stage, 1);
