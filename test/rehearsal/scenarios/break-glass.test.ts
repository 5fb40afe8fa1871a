import { breakTheGlass } from '../../../rehearsal/scenarios/break-glass';
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
/** The kill switch goes on, and the date that was said with it is noted. */
const heard = () => {
  const until = new Date(world.clock.now() + FOR_SECONDS * 1000).toISOString();
  authority = { ...authority, killSwitch: { by: 'a person' }, breakGlass: { region: EAST, until } };
};
const [ON, OFF] = [
  [OHIO, true],
  [OHIO, false],
];

it('S14 presses the kill switch first, from another Region, and writes only when it is on and the date is noted', async () => {
  breakTheGlass(stage(), FOR_SECONDS);
  expect(said).toEqual([ON]);
  authority['killSwitch'] = { by: 'a person' };
  await wait(20);
  expect(gate).toEqual({});
  heard();
  await wait(12);
  expect(gate.breakGlass).toMatchObject({ by: 'operations' });
  expect(said).toEqual([ON, OFF]);
});

it.each([
  ['the kill switch never goes on', () => undefined],
  ['a run leads already', () => void (authority['run'] = { name: 'a run' })],
  ['another Region has taken over', () => void (authority['active'] = WEST)],
])('S14 writes nothing where %s, and lets others go on after a minute', async (what, happens) => {
  breakTheGlass(stage(), FOR_SECONDS);
  if (!what.startsWith('the kill switch')) heard();
  happens();
  await wait(90);
  expect(gate).toEqual({});
  expect(said).toEqual([ON, OFF]);
});

it('leaves the matter to those who turned the kill switch on before', async () => {
  heard();
  breakTheGlass(stage(), FOR_SECONDS);
  await wait(90);
  expect([said, gate]).toEqual([[], {}]);
});

it('reads the gate back, because a renewal in the same second may have been faster', async () => {
  breakTheGlass(stage(), FOR_SECONDS);
  heard();
  await wait(1);
  gate = {};
  await wait(6);
  expect(gate.breakGlass).toBeDefined();
});
