import { ReplicatedWriteConflictException } from '@aws-sdk/client-dynamodb';
import { readAuthority } from '../../../lambdas/authority/authority';
import { askReplicas, AuthorityUnreachable, lastKnown, type Replicas } from '../../../lambdas/authority/replicas';
import { aMove, lead } from '../a-move';
import { EAST, OHIO, startStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
  const { calls } = stage.cloud.endpoint;
  const before = calls.length;
  asked = () => calls.slice(before).map(({ region }) => region);
});
afterEach(() => stage.close());

/** The Regions that were asked since the stage started, in order. */
let asked: () => string[];
const read = (replicas: Replicas) => stage.run(readAuthority(replicas));

it('asks the nearest replica, and no other while it answers', async () => {
  expect(await read(stage.replicas(WEST))).toMatchObject({ active: EAST });
  expect(asked()).toEqual([WEST]);
});

it('asks each replica in one turn only, the nearest first', () => {
  expect(stage.replicas(WEST).regions).toEqual([WEST, EAST, OHIO]);
});

it('asks in the plan’s order from a Region that has no replica', async () => {
  await read(stage.replicas('eu-west-1'));
  expect(asked()).toEqual([EAST]);
});

it('falls over to the next replica when the nearest is dead', async () => {
  stage.world.network.kill(EAST);
  expect(await read(stage.replicas('eu-west-1'))).toMatchObject({ epoch: 1 });
  expect([...new Set(asked())]).toEqual([EAST, OHIO]);
});

it('S20 never asks the excepted Region, not even when no other answers', async () => {
  for (const region of [OHIO, WEST]) stage.world.network.cut('eu-west-1', region);
  await expect(read(stage.replicas('eu-west-1', EAST))).rejects.toThrow(AuthorityUnreachable);
  expect(asked()).not.toContain(EAST);
});

it('S13 says that the authority is unreachable when no replica answers, and what each of them did', async () => {
  stage.world.network.cut('eu-west-1', '*');
  await expect(read(stage.replicas('eu-west-1'))).rejects.toThrow(
    'no replica of understudy-webshop-authority answered (us-east-1: TimeoutError, us-east-2: TimeoutError, us-west-2: TimeoutError)',
  );
});

it('S13 cannot be read in a Region that reaches no other replica: its own copy may be old', async () => {
  stage.world.network.cut(WEST, '*');
  await expect(read(stage.replicas(WEST))).rejects.toThrow(/us-west-2: InternalServerError/);
});

const NO_CONNECTION = ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'];

it.each(NO_CONNECTION)('falls over when a Region’s endpoint answers %s', async (code) => {
  stage.world.faults.call = ({ region }) => {
    if (region === EAST) throw Object.assign(new Error(`getaddrinfo ${code}`), { code });
  };
  expect(await read(stage.replicas(EAST))).toMatchObject({ epoch: 1 });
  expect(asked().at(-1)).toBe(OHIO);
});

const IN_TROUBLE = [
  'TimeoutError',
  'InternalServerError',
  'ServiceUnavailable',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
];

it.each(IN_TROUBLE)('falls over when a replica is in trouble itself: %s', async (name) => {
  stage.world.faults.call = ({ region }) => {
    if (region === EAST) throw Object.assign(new Error('of the test'), { name });
  };
  expect(await read(stage.replicas(EAST))).toMatchObject({ epoch: 1 });
  expect(asked().at(-1)).toBe(OHIO);
  // The SDK's own two attempts, and no pause as for a conflict.
  expect(asked().filter((region) => region === EAST).length).toBeLessThanOrEqual(2);
});

it.each<[string, unknown]>([
  ['an error without a name or a code', new Error('of the test')],
  ['an error whose code tells of our own fault', Object.assign(new Error('of the test'), { code: 'ERR_ASSERTION' })],
  [
    'a service’s own refusal, whatever code it carries',
    Object.assign(new Error('no'), { name: 'AccessDeniedException', code: 'ENOTFOUND' }),
  ],
  ['what is no error', { name: 'TimeoutError' }],
])('does not look elsewhere for %s: it is ours, and stays in sight', async (_, fault) => {
  const asking = askReplicas(stage.replicas(EAST), () => Promise.reject(fault));
  await expect(stage.run(asking)).rejects.toBe(fault);
});

it('keeps only what a person is told of in a Region that hears of no other: the last known copy', async () => {
  await stage.run(stage.world.clock.sleep(10_000));
  stage.world.network.cut(WEST, '*');
  expect(await stage.run(readAuthority(lastKnown(stage.replicas(WEST), WEST)))).toMatchObject({ epoch: 1 });
  expect(asked()).toEqual([WEST]);
});

it('does not look elsewhere when it is denied: another replica would deny it too', async () => {
  const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException', $fault: 'client' });
  stage.world.faults.call = () => {
    throw denied;
  };
  await expect(read(stage.replicas(EAST))).rejects.toBe(denied);
  expect(new Set(asked())).toEqual(new Set([EAST]));
});

describe('when another Region writes at the same time', () => {
  /** The next so many writes meet a conflict. */
  const conflict = (times: number) => {
    let left = times;
    stage.world.faults.call = ({ operation }) => {
      if (operation !== 'UpdateItem' || left-- <= 0) return;
      throw new ReplicatedWriteConflictException({ message: 'modified in another Region', $metadata: {} });
    };
  };

  it('tries again, because AWS asks to', async () => {
    conflict(4);
    expect(await stage.run(lead(stage))).toMatchObject({ led: true });
    expect(new Set(asked())).toEqual(new Set([WEST]));
  });

  it('asks five times, and leaves the other Region more time each time to end its write', async () => {
    const always = new ReplicatedWriteConflictException({ message: 'modified in another Region', $metadata: {} });
    let times = 0;
    const asking = askReplicas(stage.replicas(WEST), () => {
      times += 1;
      return Promise.reject(always);
    });
    const seconds = await stage.secondsOf(expect(asking).rejects.toThrow(AuthorityUnreachable));
    expect(times).toBe(3 * 5);
    expect(seconds).toBeCloseTo(3 * (0.06 + 0.12 + 0.18 + 0.24));
  });

  it('asks the next replica when the conflict lasts', async () => {
    stage.world.faults.call = ({ region }) => {
      if (region !== WEST) return;
      throw new ReplicatedWriteConflictException({ message: 'modified in another Region', $metadata: {} });
    };
    expect(await stage.run(lead(stage))).toMatchObject({ led: true });
    expect(asked().at(-1)).toBe(OHIO);
  });

  it('S13 gives up when it never ends, with nothing done', async () => {
    conflict(Infinity);
    await expect(stage.run(lead(stage, aMove()))).rejects.toThrow(/us-west-2: ReplicatedWriteConflictException/);
    expect(stage.authority()?.epoch).toBe(1);
  });
});
