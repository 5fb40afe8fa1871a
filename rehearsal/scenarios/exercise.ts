import { names } from '../../lambdas/plan/names';
import type { Scenario, Stage } from './scenario';

/** An ordinary morning: every function that a journey would call is invoked in both Regions, and none fails. */
export const exercise: Scenario = {
  name: 'exercise',
  journey: 'failover',
  summary: 'the schedule comes due: whatever a journey calls is invoked and does nothing, and nobody hears of it',
  faults: [],
  // The settling and the calm before the strike are over by seven.
  beginsAt: '2026-01-06T06:53:00.000Z',
  strike: () => undefined,
  expects: {
    outcome: 'held',
    started: 'never',
    users: 'undisturbed',
    leaves: (stage) => [...neverExercised(stage), ...notices(stage)],
  },
  watchSecondsMax: 240,
};

const neverExercised = ({ cloud, plan }: Stage): readonly string[] => {
  const invoked = new Set(
    cloud.world.trace.entries.filter(({ type }) => type === 'invoke').map(({ region, what }) => `${what} in ${region}`),
  );
  return plan.regions.flatMap(({ name: region }) =>
    CALLED.map((name) => `${names(plan).handler(name)} in ${region}`)
      .filter((one) => !invoked.has(one))
      .map((one) => `${one} was not invoked`),
  );
};

/** The ends of what a failover and a person call; the exercise of the rest is a matter of the same list. */
const CALLED = ['assess', 'promote', 'close', 'control', 'answer'] as const;

const notices = ({ cloud }: Stage): readonly string[] =>
  cloud.sns.published.map(({ subject }) => `people were told: ${subject}`);
