import { answer, failedWords, onQuestion, questions } from './person';
import type { Scenario, Stage } from './scenario';

/** Longer than a sample of the lag is worth anything (S15). */
const SILENT_SECONDS = 300;

/** The lag is no longer measured, and when nothing is known of it any more, the active Region falls silent. */
export const loseWithUnknownLag = ({ cloud: { world }, active }: Stage): void => {
  world.faults.metricMissed = ({ name }) => name === 'AuroraGlobalDBRPOLag';
  world.clock.after(SILENT_SECONDS * 1000, () => world.network.kill(active));
};

/** A person of the first role says no, a minute after they were asked. */
export const sayNo = (stage: Stage, run: string): void => {
  const [role = ''] = stage.plan.automation.approval.roles;
  stage.cloud.world.clock.after(60_000, () => answer(stage, role, { run, says: 'no', reason: 'we wait' }));
};

/** Nobody knows what a promotion would lose, and a person says no. */
export const lagUnknownThenLoss: Scenario = {
  name: 'lag-unknown-then-loss',
  journey: 'failover',
  summary: `the lag goes missing, and ${SILENT_SECONDS} s later the active Region; a person is asked, and says no`,
  faults: ['F1', 'F28'],
  strike: (stage) => {
    onQuestion(stage, (run) => sayNo(stage, run));
    loseWithUnknownLag(stage);
  },
  expects: {
    outcome: 'held',
    started: 'by an alarm',
    verdicts: ['wait', 'ask'],
    because: /people said no to .*: \w+ said no: we wait/,
    leaves: ({ cloud }) => {
      const asked = questions(cloud);
      return [
        ...(asked.length === 1 ? [] : [`people were asked ${asked.length} times, although they said no`]),
        ...failedWords(cloud),
      ];
    },
  },
  watchSecondsMax: 720,
};
