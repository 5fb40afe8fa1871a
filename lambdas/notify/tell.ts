import type { Outside } from '../outside';
import type { Plan, Region } from '../plan/plan';
import type { Notice } from './notice';
import { tellSlack } from './slack';
import { tellTopic } from './sns';

/** What became of a notice on one channel. */
export interface Told {
  readonly channel: 'sns' | 'slack';
  readonly told: boolean;
  readonly because: string;
}

/** Tells everybody at once; a channel that fails is reported, and never keeps the others or the journey waiting. */
export const tell = (
  outside: Outside,
  plan: Pick<Plan, 'notify'>,
  here: { readonly region: Region; readonly topicArn: string },
  notice: Notice,
): Promise<Told[]> => {
  const { sns, slack } = plan.notify;
  return Promise.all([
    ...(sns ? [attempt('sns', tellTopic(outside, here.topicArn, here.region, notice))] : []),
    ...(slack ? [attempt('slack', tellSlack(outside, slack.secret, here.region, notice))] : []),
  ]);
};

const attempt = async (channel: Told['channel'], telling: Promise<void>): Promise<Told> => {
  try {
    await telling;
    return { channel, told: true, because: 'accepted' };
  } catch (fault) {
    // Only the name: a message may hold an address that is secret.
    return { channel, told: false, because: fault instanceof Error ? fault.name : 'unknown fault' };
  }
};
