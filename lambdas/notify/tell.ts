import { UnderstudyError } from '../errors';
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

/** No channel took the notice; Lambda tries the whole function again, a minute and then two minutes later. */
export class NobodyTold extends UnderstudyError {
  override readonly name = 'NobodyTold';
}

/** Twice, because both tries and the report of a dead channel must fit into a function's 25 s. */
const TRIES_MAX = 2;
const PAUSE_MS = 1_000;

/** Tells everybody at once; a channel that stays dead is reported through those that work. */
export const tell = async (
  outside: Outside,
  plan: Pick<Plan, 'application' | 'notify'>,
  here: { readonly region: Region; readonly topicArn: string },
  notice: Notice,
): Promise<Told[]> => {
  const channels = channelsOf(outside, plan, here);
  const told = await Promise.all(channels.map((channel) => tryToTell(outside, channel, notice)));
  const dead = told.filter((one) => !one.told);
  if (dead.length > 0) {
    const report = deadNotice(plan, dead, notice);
    const alive = channels.filter(({ name }) => told.some((one) => one.channel === name && one.told));
    await Promise.all(alive.map((channel) => tryToTell(outside, channel, report)));
  }
  return told;
};

interface Channel {
  readonly name: Told['channel'];
  tell(notice: Notice): Promise<void>;
}

const channelsOf = (
  outside: Outside,
  { notify: { sns, slack } }: Pick<Plan, 'notify'>,
  { region, topicArn }: { readonly region: Region; readonly topicArn: string },
): Channel[] => [
  ...(sns ? [{ name: 'sns' as const, tell: (notice: Notice) => tellTopic(outside, topicArn, region, notice) }] : []),
  ...(slack
    ? [{ name: 'slack' as const, tell: (notice: Notice) => tellSlack(outside, slack.secret, region, notice) }]
    : []),
];

const tryToTell = async ({ clock }: Outside, channel: Channel, notice: Notice): Promise<Told> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await channel.tell(notice);
      return { channel: channel.name, told: true, because: 'accepted' };
    } catch (fault) {
      // Only the name: a message may hold an address that is secret.
      const because = fault instanceof Error ? fault.name : 'unknown fault';
      if (tries === TRIES_MAX) return { channel: channel.name, told: false, because };
    }
    await clock.sleep(PAUSE_MS);
  }
};

const CALLED = { sns: 'SNS', slack: 'Slack' } as const;

const deadNotice = ({ application }: Pick<Plan, 'application'>, dead: readonly Told[], missed: Notice): Notice => {
  const names = dead.map(({ channel }) => CALLED[channel]).join(', ');
  const reasons = dead.map(({ channel, because }) => `${CALLED[channel]} could not be told: ${because}.`);
  return {
    title: `${application}: ${names} could not be told`,
    text: [...reasons, `It would have been: ${missed.title}.`].join('\n'),
    about: `${names} could not be told`,
  };
};
