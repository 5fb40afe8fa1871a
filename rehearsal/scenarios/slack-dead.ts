import { SLACK_HOST } from '../world/slack';
import { regionLoss } from './region-loss';
import type { Scenario } from './scenario';

/** The active Region falls silent, and Slack answers nobody. */
export const slackDead: Scenario = {
  ...regionLoss,
  name: 'slack-dead',
  summary: 'the active Region falls silent, and Slack answers nobody; the application moves, and SNS says both',
  faults: ['F1'],
  prepare: ({ cloud }) => {
    cloud.world.faults.hostSilent = (host) => host === SLACK_HOST;
  },
  expects: {
    ...regionLoss.expects,
    leaves: ({ cloud }) =>
      ['Slack could not be told', 'Nothing is asked of you']
        .filter((words) => !cloud.sns.published.some(({ message }) => message.includes(words)))
        .map((words) => `no notice says "${words}"`),
  },
};
