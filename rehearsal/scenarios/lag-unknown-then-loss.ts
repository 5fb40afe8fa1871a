import type { Scenario } from './scenario';

/** Longer than a sample of the lag is worth anything (S15). */
const SILENT_SECONDS = 300;

/** The lag is no longer measured, and then the active Region falls silent: nobody knows what a promotion would lose. */
export const lagUnknownThenLoss: Scenario = {
  name: 'lag-unknown-then-loss',
  journey: 'failover',
  summary: `the lag goes missing, and ${SILENT_SECONDS} s later the active Region; a person is asked`,
  faults: ['F1', 'F28'],
  strike: ({ cloud: { world }, active }) => {
    world.faults.metricMissed = ({ name }) => name === 'AuroraGlobalDBRPOLag';
    world.clock.after(SILENT_SECONDS * 1000, () => world.network.kill(active));
  },
  expects: {
    outcome: 'held',
    started: 'by an alarm',
    verdicts: ['wait', 'ask'],
    because: /nobody knows how much would be lost/,
    leaves: ({ cloud }) => {
      const asked = cloud.sns.published.filter(({ subject }) => subject?.includes('a person must decide'));
      return asked.length === 1 ? [] : [`people were asked ${asked.length} times, not once in a quarter of an hour`];
    },
  },
  watchSecondsMax: 720,
};
