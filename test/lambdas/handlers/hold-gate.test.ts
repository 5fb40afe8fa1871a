import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import * as holdGate from '../../../lambdas/handlers/hold-gate';
import { grantLease } from '../../../lambdas/authority/leading';
import { claimLoop } from '../../../lambdas/authority/votes';
import { START_GAP_SECONDS_MAX } from '../../../lambdas/plan/timing';
import { aMove, lead } from '../a-move';
import { EAST, openStage, startStage, WEST, type Stage } from '../stage';
import { call } from './room';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const PARAMETER = '/understudy/webshop/gate';
const gateIn = (region: string) =>
  JSON.parse(stage.cloud.ssm.value(region, PARAMETER)!) as { until: string; epoch: number };
const start = (region = EAST) => call(stage, holdGate, region, {});
const seconds = (count: number) => stage.world.clock.sleep(count * 1000);

/** Whether the gate is open now, each second from the first opening on: the seconds at which it is not. */
const watchGate = () => {
  const closedAt: string[] = [];
  const stop = stage.world.clock.every(
    1_000,
    () => {
      const now = stage.world.clock.now();
      if (Date.parse(gateIn(EAST).until) <= now) closedAt.push(new Date(now).toISOString());
    },
    5_000,
  );
  return { closedAt, stop };
};

it('renews the lease and the gate of its Region', async () => {
  const startMs = stage.world.clock.now();
  const ended = await stage.run(start());
  expect(ended).toEqual({ beats: 16, ended: 'in time' });
  expect(stage.authority()?.lease).toMatchObject({ region: EAST, renewal: 16 });
  const openedForMs = Date.parse(gateIn(EAST).until) - startMs;
  // The last beat is at 225 s, and asks a moment after it has looked.
  expect(openedForMs).toBeGreaterThan(305_000);
  expect(openedForMs).toBeLessThan(306_000);
  expect(gateIn(EAST).epoch).toBe(1);
});

it('F38 lets no write stop when starts are as late as they can be', async () => {
  const { closedAt, stop } = watchGate();
  const starts = async () => {
    for (let count = 0; count < 4; count += 1) {
      void start();
      await seconds(START_GAP_SECONDS_MAX);
    }
  };
  await stage.run(starts());
  stop();
  expect(closedAt).toEqual([]);
  expect(stage.authority()?.lease?.renewal).toBeGreaterThan(40);
});

it('F38 lets no write stop when one renewal in three fails', async () => {
  const { closedAt, stop } = watchGate();
  let puts = 0;
  stage.world.faults.call = ({ operation }) => {
    if (operation === 'PutParameter' && ++puts % 3 === 0) throw new Error('not now');
  };
  await stage.run(start());
  stop();
  expect(closedAt).toEqual([]);
});

it('leaves the renewing to a later run, and stays as a spare while writes depend on it', async () => {
  const first = start();
  await stage.run(seconds(20));
  const second = start();
  expect(await stage.run(Promise.all([first, second]))).toEqual([
    expect.objectContaining({ ended: 'in time' }),
    expect.objectContaining({ ended: 'in time' }),
  ]);
  // 2 by the first before the second came, 16 by the second.
  expect(stage.authority()?.lease?.renewal).toBe(18);
});

it('F38 is renewed by an older run when the newest one dies', async () => {
  const first = start();
  const { closedAt, stop } = watchGate();
  await stage.run(seconds(20));
  // A run that started later, claimed the loop, and was never heard of again.
  await stage.run(claimLoop(stage.replicas(EAST), 'hold-gate', EAST, 2));
  await stage.run(first);
  stop();
  expect(closedAt).toEqual([]);
  expect(stage.authority()?.lease?.renewal).toBeGreaterThan(5);
});

it('ends in a Region without the lease as soon as a later run has started', async () => {
  const first = start(WEST);
  await stage.run(seconds(20));
  const second = start(WEST);
  expect(await stage.run(first)).toMatchObject({ ended: 'superseded' });
  expect(await stage.run(second)).toMatchObject({ ended: 'in time' });
});

it('does nothing in a Region that has no lease', async () => {
  await stage.run(start(WEST));
  expect(stage.authority()?.lease).toMatchObject({ region: EAST, renewal: 0 });
  expect(gateIn(WEST).epoch).toBe(0);
});

it('S14 opens the old Region’s gate no longer once the lead was taken', async () => {
  const held = start();
  await stage.run(seconds(40));
  await stage.run(lead(stage, aMove(), { epoch: 1, renewal: stage.authority()!.lease!.renewal, votes: [] }));
  const closesAt = gateIn(EAST).until;
  await stage.run(held);
  expect(gateIn(EAST).until).toBe(closesAt);
  expect(Date.parse(closesAt)).toBeLessThan(Date.parse(stage.authority()!.run!.oldGateClosedAt));
});

it('renews in the target from the moment it is granted the lease, under the new epoch', async () => {
  await stage.run(lead(stage));
  const held = start(WEST);
  await stage.run(seconds(5));
  await stage.run(grantLease(stage.replicas(WEST), aMove(), stage.plan.authority.lease));
  await stage.run(held);
  expect(gateIn(WEST).epoch).toBe(2);
  expect(stage.authority()?.lease).toMatchObject({ region: WEST, renewal: 15 });
});

it('S13 lets the gate expire when the authority is unreachable', async () => {
  const held = start();
  await stage.run(seconds(5));
  const until = gateIn(EAST).until;
  stage.world.network.cut(EAST, '*');
  await stage.run(held);
  expect(gateIn(EAST).until).toBe(until);
  expect(stage.logs.at(-1)).toMatchObject({ level: 'error', error: expect.stringContaining('AuthorityUnreachable') });
});

it('S3 opens nothing while nobody has initialised the authority', async () => {
  stage.close();
  stage = openStage();
  await stage.run(start());
  expect(gateIn(EAST).epoch).toBe(0);
  expect(stage.authority()).toBeUndefined();
});

it('S11 renews nothing while its clock is wrong, so that the gate closes by the clocks of those who ask it', async () => {
  stage.world.faults.clockOffMs = (region) => (region === EAST ? 300_000 : 0);
  const before = stage.authority()?.lease;
  await stage.run(start());
  expect(stage.authority()?.lease).toEqual(before);
});

describe('a break-glass', () => {
  const iso = (inSeconds: number) => new Date(stage.world.clock.now() + inSeconds * 1000).toISOString();
  const broken = (untilSeconds: number) => ({
    from: iso(0),
    until: iso(untilSeconds),
    by: 'an operator',
    reason: 'the table is down',
  });
  const write = async (text: string) => {
    const { aws } = stage.outside(EAST);
    const limits = { region: EAST, path: 'critical', attemptsMax: 1, connectMs: 1_000, answerMs: 1_000 } as const;
    await stage.run(
      aws(SSMClient, limits).send(new PutParameterCommand({ Name: PARAMETER, Value: text, Overwrite: true })),
    );
  };
  const writeBroken = (breakGlass: object) =>
    write(JSON.stringify({ until: '1970-01-01T00:00:00.000Z', epoch: 1, breakGlass }));

  it('S14 is kept by the renewal, and noted with the lease so that a takeover waits for it', async () => {
    const breakGlass = broken(3_600);
    await writeBroken(breakGlass);
    await stage.run(start());
    expect(gateIn(EAST)).toMatchObject({ epoch: 1, breakGlass });
    const { until, by, reason } = breakGlass;
    expect(stage.authority()?.breakGlass).toEqual({ region: EAST, until, by, reason });
  });

  it('ends at its date', async () => {
    await writeBroken(broken(60));
    await stage.run(start());
    expect(gateIn(EAST)).not.toHaveProperty('breakGlass');
  });

  it('that is too long is none, and does not keep the gate from being renewed', async () => {
    await writeBroken(broken(4 * 3_600 + 1));
    await stage.run(start());
    expect(gateIn(EAST)).not.toHaveProperty('breakGlass');
    expect(Date.parse(gateIn(EAST).until)).toBeGreaterThan(stage.world.clock.now());
  });

  it('S14 is not wiped out where the gate cannot be read: nothing is renewed', async () => {
    await writeBroken(broken(3_600));
    stage.world.faults.call = ({ operation }) => {
      if (operation === 'GetParameter') throw new Error('not now');
    };
    await stage.run(start());
    expect(gateIn(EAST)).toHaveProperty('breakGlass');
    expect(stage.authority()?.lease?.renewal).toBe(0);
  });
});
