import { lagUnknownThenLoss, loseWithUnknownLag, sayNo } from './lag-unknown-then-loss';
import { failedWords, onQuestion, questions } from './person';
import type { Scenario } from './scenario';

/** Only a person may decide, and nobody does: nothing moves, people hear so, and are asked again while the loss goes on; then somebody says no. */
export const approveThenSilence: Scenario = {
  ...lagUnknownThenLoss,
  name: 'approve-then-silence',
  summary: 'only a person may decide, and nobody answers; nothing moves, and people are told, and asked again',
  faults: ['F1', 'F28', 'F35'],
  strike: (stage) => {
    onQuestion(stage, (run) => sayNo(stage, run), 1);
    loseWithUnknownLag(stage);
  },
  expects: {
    outcome: 'held',
    started: 'by an alarm',
    verdicts: ['wait', 'ask', 'hold'],
    because: /nobody answered .* in time: nobody knows how much would be lost/,
    leaves: ({ cloud }) => {
      const escalated = cloud.sns.published.filter(({ subject }) => subject?.includes('and nobody has decided'));
      return [
        ...(escalated.length > 0 ? [] : ['nobody was told that nobody has decided']),
        ...(questions(cloud).length === 2 ? [] : [`people were asked ${questions(cloud).length} times, not twice`]),
        ...failedWords(cloud),
      ];
    },
  },
  watchSecondsMax: 3_600,
};
