import * as control from '../../../lambdas/handlers/control';
import { EAST, OHIO, openStage, startStage, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const now = () => new Date(stage.world.clock.now()).toISOString();
const say = (name: string, input: unknown, startedAt = now()) =>
  stage.run(call(stage, control, OHIO, { control: name, input, run: 'by-hand', startedAt }));

it('S27 turns the kill switch on and off from a Region that runs no application, and records why', async () => {
  await say('kill-switch', { on: true, reason: 'a drill of the provider' });
  expect(stage.authority()).toMatchObject({
    killSwitch: { by: 'run by-hand in us-east-2: a drill of the provider' },
    active: EAST,
    epoch: 1,
  });
  await say('kill-switch', { on: false, reason: 'over' });
  expect(stage.authority()).not.toHaveProperty('killSwitch');
});

it('S27 goes by when a person said "off", not by when its function was tried again: another may have said "on" since', async () => {
  const saidAt = now();
  await stage.run(stage.world.clock.sleep(60_000));
  await say('kill-switch', { on: true, reason: 'wait' });
  await stage.run(stage.world.clock.sleep(60_000));
  const late = say('kill-switch', { on: false, reason: 'over' }, saidAt);
  await expect(late).rejects.toMatchObject({ name: 'TurnedOnSince' });
  expect(stage.authority()).toHaveProperty('killSwitch');
});

it('S27 needs no compare-and-set: it works while leases are renewed by others all the time', async () => {
  const nonce = (stage.authority() as { nonce: string }).nonce;
  await say('kill-switch', { on: true, reason: 'why not' });
  expect(stage.authority()).toMatchObject({ nonce });
});

describe('an announced break-glass', () => {
  const inAnHour = () => new Date(stage.world.clock.now() + 3_600_000).toISOString();
  const announce = (until: string, region = EAST) =>
    say('kill-switch', { on: true, reason: 'the table is ill', breakGlass: { region, until } });

  it('S14 is noted with the kill switch, before anybody writes it into a gate that may be out of reach', async () => {
    const until = inAnHour();
    await announce(until);
    expect(stage.authority()).toMatchObject({
      killSwitch: { by: 'run by-hand in us-east-2: the table is ill' },
      breakGlass: { region: EAST, until, by: 'run by-hand in us-east-2', reason: 'the table is ill' },
    });
  });

  it('S14 is never shortened, and stays when the kill switch goes off', async () => {
    const until = inAnHour();
    await announce(until);
    await announce(new Date(stage.world.clock.now() + 60_000).toISOString());
    await say('kill-switch', { on: false, reason: 'over' });
    expect(stage.authority()).toMatchObject({ breakGlass: { until } });
  });

  it.each([
    ['of a Region that runs no application', () => announce(inAnHour(), OHIO), /allowed are us-east-1, us-west-2/],
    ['that is over', () => announce('2026-01-01T00:00:00Z'), /allowed is a time from now to 2026-/],
    ['that is longer than any gate honours', () => announce('2027-01-01T00:00:00Z'), /allowed is a time from now/],
    [
      'with a kill switch that goes off',
      () => say('kill-switch', { on: false, reason: 'x', breakGlass: { region: EAST, until: inAnHour() } }),
      /breakGlass: goes with "on": true/,
    ],
  ])('S32 is refused %s, and nothing is changed', async (_, announced, because) => {
    await expect(announced()).rejects.toThrow(because);
    expect(stage.authority()).not.toHaveProperty('killSwitch');
  });
});

it('S26 records that a person has seen the last move', async () => {
  const startedAt = new Date(stage.world.clock.now()).toISOString();
  await say('acknowledge', { reason: 'seen' });
  expect(stage.authority()).toMatchObject({ acknowledged: { by: 'run by-hand in us-east-2: seen', at: startedAt } });
});

it('S26 goes by when a person said "seen", not by when its function was tried again', async () => {
  const startedAt = now();
  await stage.run(stage.world.clock.sleep(60_000));
  await say('acknowledge', { reason: 'seen' }, startedAt);
  expect(stage.authority()).toMatchObject({ acknowledged: { at: startedAt } });
});

it.each([
  ['a switch without a word', 'kill-switch', { reason: 'x' }, /on: .*; start it with \{"on": true/],
  ['no reason', 'kill-switch', { on: true, reason: '' }, /reason: /],
  ['a word too many', 'acknowledge', { reason: 'x', on: true }, /Unrecognized key: "on".*; start it with \{"reason"/],
  ['nothing', 'acknowledge', {}, /reason: /],
])('S32 refuses %s, and changes nothing', async (_, name, input, message) => {
  const before = stage.authority();
  await expect(say(name, input)).rejects.toThrow(message);
  expect(stage.authority()).toEqual(before);
});

it('S9 creates no authority item where there is none', async () => {
  stage.close();
  stage = openStage();
  await expect(say('kill-switch', { on: true, reason: 'x' })).rejects.toThrow(
    'holds no authority yet: start the initialise journey first',
  );
  expect(stage.authority()).toBeUndefined();
});
