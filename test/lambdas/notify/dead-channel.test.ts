import { tell } from '../../../lambdas/notify/tell';
import type { Notice } from '../../../lambdas/notify/notice';
import { SLACK_HOST } from '../../../rehearsal/world/slack';
import { startStage, WEST, type Stage } from '../stage';

const notice: Notice = { title: 'webshop moves', text: 'It is lost.', about: 'the move' };

let stage: Stage;
beforeEach(async () => (stage = await startStage()));
afterEach(() => stage.close());

const tellHere = () =>
  tell(stage.outside(WEST), stage.plan, { region: WEST, topicArn: stage.environment(WEST)['TOPIC']! }, notice);
const subjects = () => stage.cloud.sns.published.map(({ subject }) => subject);

it('reports a dead channel through the other, with the name of the fault and without the secret address', async () => {
  stage.world.faults.hostSilent = (host) => host === SLACK_HOST;
  const told = await stage.run(tellHere());
  expect(told).toContainEqual({ channel: 'slack', told: false, because: 'HttpFault' });
  expect(subjects()).toEqual(['webshop moves', 'webshop: Slack could not be told']);
  expect(stage.cloud.sns.published.at(-1)?.message).toContain('Slack could not be told: HttpFault.');
  expect(stage.cloud.sns.published.at(-1)?.message).not.toContain('services/');
});

it('tries a channel again that failed once', async () => {
  let failures = 0;
  stage.world.faults.hostSilent = (host) => host === SLACK_HOST && failures++ === 0;
  expect(await stage.run(tellHere())).toContainEqual({ channel: 'slack', told: true, because: 'accepted' });
  expect(subjects()).toEqual(['webshop moves']);
});

it('ends within the 25 s of its function, whatever is dead', async () => {
  stage.world.faults.hostSilent = () => true;
  stage.world.faults.call = ({ service }) => {
    if (service === 'sns') throw Object.assign(new Error('internal'), { name: 'InternalErrorException' });
  };
  expect(await stage.secondsOf(tellHere())).toBeLessThan(25);
});
