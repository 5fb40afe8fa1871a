import { lagUnknownThenLoss, loseWithUnknownLag } from './lag-unknown-then-loss';
import { answer, failedWords, onQuestion } from './person';
import type { Scenario } from './scenario';

/** How long people need to read a notice and to decide. */
const THINKS_SECONDS = 90;

/** Nobody knows what a promotion would lose, and people are willing to lose it: as many as the plan wants say yes. */
export const approve: Scenario = {
  ...lagUnknownThenLoss,
  name: 'approve',
  summary: `only a person may decide; as many as the plan wants say yes, ${THINKS_SECONDS} s after they are asked`,
  strike: (stage) => {
    const { cloud, plan } = stage;
    const { roles, people } = plan.automation.approval;
    onQuestion(stage, (run) =>
      cloud.world.clock.after(THINKS_SECONDS * 1000, () => {
        for (const role of roles.slice(0, people)) answer(stage, role, { run, says: 'yes', reason: 'users wait' });
      }),
    );
    loseWithUnknownLag(stage);
  },
  expects: {
    outcome: 'moved',
    started: 'by an alarm',
    verdicts: ['wait', 'ask', 'proceed'],
    leaves: ({ cloud }) => failedWords(cloud),
  },
  watchSecondsMax: 1_500,
};
