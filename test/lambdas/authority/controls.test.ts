import { acknowledge, setKillSwitch } from '../../../lambdas/authority/controls';
import { beginCoolDown } from '../../../lambdas/authority/cool-down';
import { aMove, lead } from '../a-move';
import { EAST, openStage, startStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const replicas = () => stage.replicas(EAST);
const now = () => new Date(stage.world.clock.now()).toISOString();
const said = (agoSeconds = 0) => ({ by: 'operations', atMs: stage.world.clock.now() - agoSeconds * 1000 });
const later = (seconds: number) => stage.run(stage.world.clock.sleep(seconds * 1000));

it('S27 writes down who turned the kill switch on and when, and takes it away again', async () => {
  const before = stage.authority();
  const at = now();
  await stage.run(setKillSwitch(replicas(), true, said()));
  expect(stage.authority()).toEqual({ ...before, killSwitch: { by: 'operations', at } });
  await stage.run(setKillSwitch(replicas(), false, said()));
  expect(stage.authority()).toEqual(before);
});

describe('S27 an "off"', () => {
  const off = (agoSeconds = 0) => stage.run(setKillSwitch(replicas(), false, said(agoSeconds)));
  const on = () => stage.run(setKillSwitch(replicas(), true, said()));

  it('that arrives minutes later leaves on what was turned on since, also where its sender gave it up (F20)', async () => {
    stage.world.faults.travelsLongerMs = () => 200_000;
    const gaveUp = expect(off()).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
    await gaveUp;
    stage.world.faults.travelsLongerMs = undefined;
    await later(60);
    const at = now();
    await on();
    await later(300);
    expect(stage.authority()?.killSwitch).toEqual({ by: 'operations', at });
  });

  it('that is too late says why, so that whoever means it can say it again', async () => {
    await later(60);
    await on();
    await expect(off(10)).rejects.toMatchObject({
      name: 'TurnedOnSince',
      message: expect.stringMatching(
        /stays on: it was turned on at .*, by operations, .*; say it again to turn it off$/,
      ),
    });
    await off();
    expect(stage.authority()).not.toHaveProperty('killSwitch');
  });

  it.each([
    ['is believed when its clock is 3 s behind the one that "on" was said by', 3_000, false],
    ['is not believed when it was said longer before', 3_001, true],
  ])('%s', async (_, beforeMs, stays) => {
    const { by, atMs } = said();
    await stage.run(setKillSwitch(replicas(), true, { by, atMs }));
    await stage.run(setKillSwitch(replicas(), false, { by, atMs: atMs - beforeMs })).catch(() => undefined);
    expect(stage.authority()?.killSwitch !== undefined).toBe(stays);
  });

  it('can be said where nothing is on, and again', async () => {
    await off();
    await off(100);
    expect(stage.authority()).not.toHaveProperty('killSwitch');
  });

  it('S9 tells an authority that is not there from one that was stopped since', async () => {
    stage.close();
    stage = openStage();
    await expect(off()).rejects.toMatchObject({ name: 'NothingToControl' });
  });

  it('is done where somebody else has taken it back between its refusal and its look', async () => {
    await on();
    await later(60);
    stage.world.faults.travelsLongerMs = ({ operation }) => (operation === 'GetItem' ? 1_000 : 0);
    const refused = setKillSwitch(replicas(), false, said(100));
    await later(0.5);
    await off();
    await expect(stage.run(refused)).resolves.toBeUndefined();
    expect(stage.authority()).not.toHaveProperty('killSwitch');
  });
});

it('S27 turns the switch on whatever was said when: an "on" that arrives late stops too much, never too little', async () => {
  await stage.run(setKillSwitch(replicas(), false, said()));
  await stage.run(setKillSwitch(replicas(), true, said(60)));
  expect(stage.authority()).toHaveProperty('killSwitch');
});

describe('S26 an acknowledgement', () => {
  const acknowledges = (agoSeconds = 0) => stage.run(acknowledge(replicas(), said(agoSeconds)));
  const move = async () => {
    await stage.run(lead(stage));
    await stage.run(beginCoolDown(stage.replicas(WEST), aMove()));
    return stage.authority()?.moves.at(-1);
  };

  it('tells who has seen the last move and when', async () => {
    const at = now();
    await acknowledges();
    expect(stage.authority()?.acknowledged).toEqual({ by: 'operations', at });
  });

  it('is of the move that was made when it was said, or before', async () => {
    const at = (await move())!;
    await stage.run(acknowledge(replicas(), { by: 'operations', atMs: Date.parse(at) }));
    expect(stage.authority()?.acknowledged).toEqual({ by: 'operations', at });
  });

  it('replaces an older one', async () => {
    await acknowledges();
    await later(60);
    const at = now();
    await acknowledges();
    expect(stage.authority()?.acknowledged).toEqual({ by: 'operations', at });
  });

  it('that comes late is none of a move that was made since, which nobody has seen', async () => {
    await later(60);
    const movedAt = await move();
    await expect(acknowledges(10)).rejects.toMatchObject({
      name: 'MovedSince',
      message: expect.stringContaining(`moved at ${movedAt}, after this was said at`) as string,
    });
    expect(stage.authority()).not.toHaveProperty('acknowledged');
  });

  it('that comes late replaces no newer one', async () => {
    const at = now();
    await acknowledges();
    await later(60);
    await acknowledges(100);
    expect(stage.authority()?.acknowledged).toEqual({ by: 'operations', at });
  });

  it('needs an authority', async () => {
    stage.close();
    stage = openStage();
    await expect(acknowledges()).rejects.toMatchObject({ name: 'NothingToControl' });
    expect(stage.authority()).toBeUndefined();
  });
});

it('S9 writes a person’s word into no item that is not there: a kill switch alone would be no authority', async () => {
  stage.close();
  stage = openStage();
  await expect(stage.run(setKillSwitch(replicas(), true, said()))).rejects.toMatchObject({
    name: 'NothingToControl',
    message: 'understudy-webshop-authority holds no authority yet: start the initialise journey first',
  });
  expect(stage.authority()).toBeUndefined();
});

it('S13 fails when the authority cannot be reached, so that nobody relies on a switch that is not on', async () => {
  stage.world.network.cut(EAST, '*');
  await expect(stage.run(setKillSwitch(replicas(), true, said()))).rejects.toMatchObject({
    name: 'AuthorityUnreachable',
  });
});
