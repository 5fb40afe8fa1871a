import { breakTheGlass, isBrokenUnheard } from '../../../rehearsal/scenarios/break-glass';
import type { Stage } from '../../../rehearsal/scenarios/scenario';
import { createWorld, type DrivenWorld } from '../../../rehearsal/world/create-world';
import { quickStart } from '../../quick-start';

const [EAST, OHIO, WEST] = ['us-east-1', 'us-east-2', 'us-west-2'];
const FOR_SECONDS = 300;

let world: DrivenWorld;
let authority: Record<string, unknown>;
let gate: { readonly breakGlass?: { readonly until: string } };
let said: readonly unknown[];
beforeEach(() => {
  world = createWorld(1);
  authority = { active: EAST };
  gate = {};
  said = [];
});
afterEach(() => world.close());

/** A cloud of which the kill switch, the gate and the authority's item are left. */
const stage = (): Stage =>
  ({
    plan: quickStart(),
    active: EAST,
    standby: WEST,
    cloud: {
      world,
      dynamodb: { item: () => authority },
      ssm: {
        value: (region: string) => (region === EAST ? JSON.stringify(gate) : undefined),
        change: (_: string, __: string, change: (text: string) => string) => {
          gate = JSON.parse(change(JSON.stringify(gate))) as typeof gate;
        },
      },
      states: {
        machines: [EAST, OHIO, WEST].map((region) => ({ name: 'understudy-webshop-kill-switch', region, arn: region })),
        start: ({ machineArn, input: { on } }: { machineArn: string; input: { on: boolean } }) => {
          said = [...said, [machineArn, on]];
        },
      },
    },
  }) as unknown as Stage;
const wait = (seconds: number) => world.run(world.clock.sleep(seconds * 1000));
const turnOn = () => (authority['killSwitch'] = { by: 'a person' });
const heard = () => (authority['breakGlass'] = { region: EAST, until: gate.breakGlass?.until });

it('S14 presses the kill switch first, from another Region, and writes only when it is on', async () => {
  breakTheGlass(stage(), FOR_SECONDS);
  expect(said).toEqual([[OHIO, true]]);
  await wait(20);
  expect(gate).toEqual({});
  turnOn();
  await wait(6);
  expect(gate.breakGlass).toMatchObject({ by: 'operations' });
});

it.each([
  ['the kill switch never goes on', () => undefined],
  ['a run leads already', () => void ((authority['run'] = { name: 'a run' }), turnOn())],
  ['another Region has taken over', () => void ((authority['active'] = WEST), turnOn())],
])('S14 writes nothing where %s, and lets others go on after a minute', async (_, happens) => {
  breakTheGlass(stage(), FOR_SECONDS);
  happens();
  await wait(90);
  expect(gate).toEqual({});
  expect(said).toEqual([
    [OHIO, true],
    [OHIO, false],
  ]);
});

it('leaves the matter to those who turned the kill switch on before', async () => {
  turnOn();
  breakTheGlass(stage(), FOR_SECONDS);
  await wait(90);
  expect([said, gate]).toEqual([[], {}]);
});

it('S14 keeps the kill switch on until the authority has noted the date', async () => {
  breakTheGlass(stage(), FOR_SECONDS);
  turnOn();
  await wait(60);
  expect([isBrokenUnheard(stage()), said]).toEqual([true, [[OHIO, true]]]);
  heard();
  await wait(6);
  expect([isBrokenUnheard(stage()), said]).toEqual([
    false,
    [
      [OHIO, true],
      [OHIO, false],
    ],
  ]);
});

it('S14 keeps the kill switch on until a margin after the date, where the authority hears of nothing', async () => {
  breakTheGlass(stage(), FOR_SECONDS);
  turnOn();
  await wait(FOR_SECONDS + 30);
  expect(said).toHaveLength(1);
  await wait(20);
  expect(said).toHaveLength(2);
});

it('reads the gate back, because a renewal in the same second may have been faster', async () => {
  breakTheGlass(stage(), FOR_SECONDS);
  turnOn();
  await wait(6);
  gate = {};
  await wait(6);
  expect(gate.breakGlass).toBeDefined();
});
