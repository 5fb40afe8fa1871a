import { PutParameterCommand, SSMClient, SSMServiceException } from '@aws-sdk/client-ssm';
import { bestEffort, critical } from '../../../../lambdas/aws';
import { createDepartures } from '../../../../rehearsal/aws/endpoint/departures';
import type { Connection } from '../../../../rehearsal/aws/endpoint/intercept';
import { createLines } from '../../../../rehearsal/aws/endpoint/lines';
import { createWorld, type DrivenWorld } from '../../../../rehearsal/world/create-world';

const HERE = critical('us-west-2');
const put = () => new PutParameterCommand({ Name: '/gate', Value: 'open', Overwrite: true });

/** Every world that a test stands in, one after the other. */
const worlds: DrivenWorld[] = [];
const nextWorld = (): DrivenWorld => {
  worlds.at(-1)?.close();
  const world = createWorld(1);
  worlds.push(world);
  return world;
};
afterEach(() => worlds.splice(0).at(-1)?.close());

/** Somebody who answers, and counts what was asked. */
const somebody = (world: DrivenWorld, answer: () => Promise<object> = () => Promise.resolve({ Version: 1 })) => {
  const asked: string[] = [];
  const connection: Connection = {
    departures: createDepartures(world),
    answer: ({ command }) => {
      asked.push(command);
      return answer();
    },
  };
  return { asked, connection };
};

describe('the SDK clients of a world that is closed', () => {
  it('serve the next world, because a hundred new ones would take a twentieth of its time', async () => {
    const [before, after] = [somebody(nextWorld()), somebody(nextWorld())];
    worlds.at(-1)!.close();
    const one = createLines(nextWorld()).take(SSMClient, HERE, before.connection);
    const world = nextWorld();
    const other = createLines(world).take(SSMClient, HERE, {
      ...after.connection,
      departures: createDepartures(world),
    });
    expect(other).toBe(one);
    await world.run(other.send(put()));
    expect([before.asked, after.asked]).toEqual([[], ['PutParameterCommand']]);
  });

  it('are nobody else’s before, nor given to two, nor to who has other limits', () => {
    const first = nextWorld();
    const { take } = createLines(first);
    const { connection } = somebody(first);
    const mine = take(SSMClient, HERE, connection);
    expect(take(SSMClient, HERE, connection)).not.toBe(mine);
    const later = createLines(nextWorld());
    const [one, two, three] = [HERE, HERE, HERE].map((limits) => later.take(SSMClient, limits, connection));
    expect(new Set([one, two, three]).size).toBe(3);
    nextWorld();
    const elsewhere = createLines(nextWorld()).take(SSMClient, bestEffort('us-west-2'), connection);
    expect([mine, one, two, three]).not.toContain(elsewhere);
  });

  it('are given up where the next world does not need them, because each leads to the whole world it was in', () => {
    const first = nextWorld();
    const { connection } = somebody(first);
    const client = createLines(first).take(SSMClient, HERE, connection);
    createLines(nextWorld());
    const last = createLines(nextWorld());
    expect([last, last].map(({ take }) => take(SSMClient, HERE, connection))).not.toContain(client);
  });

  it('try again as often as new ones, however many tries the one before had used up', async () => {
    const throttled = () =>
      Promise.reject(
        new SSMServiceException({ name: 'ThrottlingException', message: 'slow', $fault: 'client', $metadata: {} }),
      );
    const triesOf = async (world: DrivenWorld, sends: number): Promise<number[]> => {
      const { asked, connection } = somebody(world, throttled);
      const client = createLines(world).take(SSMClient, HERE, connection);
      const tries: number[] = [];
      for (let sent = 0; sent < sends; sent++) {
        const before = asked.length;
        await world.run(client.send(put()).catch(() => undefined));
        tries.push(asked.length - before);
      }
      return tries;
    };
    const before = await triesOf(nextWorld(), 200);
    expect([before[0], before.at(-1)]).toEqual([HERE.attemptsMax, 1]);
    expect(await triesOf(nextWorld(), 1)).toEqual([HERE.attemptsMax]);
  });

  it('answer what is still under way where it was asked, so that no world hears of another', async () => {
    const first = nextWorld();
    const before = somebody(first);
    let enter = (): void => undefined;
    let isThere = (): void => undefined;
    const there = new Promise<void>((resolve) => (isThere = resolve));
    const arrive = () => {
      isThere();
      return new Promise<void>((resolve) => (enter = resolve));
    };
    const late = createLines(first).take(SSMClient, HERE, {
      ...before.connection,
      departures: { ...before.connection.departures, arrive },
    });
    const underWay = late.send(put());
    await there;
    const next = nextWorld();
    const after = somebody(next);
    createLines(next).take(SSMClient, HERE, after.connection);
    enter();
    await underWay;
    expect([before.asked, after.asked]).toEqual([['PutParameterCommand'], []]);
  });
});
