import { AUTHORITY_KEY } from '../../../lambdas/authority/authority';
import { giveBack } from '../../../lambdas/authority/leading';
import { updateItem } from '../../../lambdas/authority/table';
import { note, noteFirst, readLedger } from '../../../lambdas/evidence/ledger';
import { beforeEntry, stepEntry, stepsIn } from '../../../lambdas/evidence/step-record';
import { done, pending, refused, type Before, type Move, type Progress } from '../../../lambdas/resources/kind';
import { StaleEpoch } from '../../../lambdas/steps/enter';
import { listPhases, phasesBefore, type Phase } from '../../../lambdas/steps/phases';
import { runStep, type Act } from '../../../lambdas/steps/run-step';
import type { StepAnswer } from '../../../lambdas/steps/step';
import { aMove, lead } from '../a-move';
import { EAST, OHIO, openStage, startStage, WEST, type Stage } from '../stage';

let stage: Stage;
/** How often the act made its change. */
let acted: number;
beforeEach(async () => {
  acted = 0;
  stage = await startStage();
  await stage.run(lead(stage));
});
afterEach(() => stage.close());

const replicas = () => stage.replicas(WEST, EAST);
/** An act that changes something and then says one thing, or fails. */
const acting = (progress: Progress | Error, polled = progress): Act => ({
  deadlineSeconds: 60,
  start: async (aboutToAct) => {
    await aboutToAct();
    acted += 1;
    return say(progress);
  },
  poll: () => say(polled),
});
/** An act that finds nothing to change, or a reason not to. */
const looking = (progress: Progress): Act => ({ ...acting(progress), start: () => say(progress) });
const say = (what: Progress | Error) => (what instanceof Error ? Promise.reject(what) : Promise.resolve(what));
const step = (phase: Phase) => listPhases(stage.plan)[phase][0]!;
const start = (phase: Phase, act = acting(done('it is so')), move: Move = aMove()): Promise<StepAnswer> =>
  runStep(
    { phase, plan: stage.plan, replicas: replicas() },
    { ask: 'start', step: step(phase), move: { ...move, silentChecks: [] } },
    act,
  );
const poll = (phase: Phase, act: Act, startedAt: string): Promise<StepAnswer> =>
  runStep(
    { phase, plan: stage.plan, replicas: replicas() },
    { ask: 'poll', step: step(phase), move: { ...aMove(), silentChecks: [] }, startedAt },
    act,
  );
const records = async () => stepsIn(await stage.run(readLedger(replicas(), 'run-of-west')));
/** Writes down that a step of an earlier phase is done. */
const assumeDone = (phase: Phase, resource: string) => {
  const at = new Date(stage.world.clock.now()).toISOString();
  const record = { phase, resource, says: 'done', because: 'assumed', acted: true, startedAt: at };
  return stage.run(note(replicas(), 'run-of-west', stepEntry(phase, resource), record));
};
const assumePhases = async (phases: readonly Phase[]) => {
  for (const phase of phases) {
    for (const { resource } of listPhases(stage.plan)[phase]) await assumeDone(phase, resource);
  }
};

const turnOnKillSwitch = () =>
  updateItem(replicas(), AUTHORITY_KEY, {
    UpdateExpression: 'SET killSwitch = :on',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':on': { by: 'an operator', at: '2026-01-06T09:00:00.000Z' } },
  });

describe('a step that may act', () => {
  it('acts, answers what came of it, and records it', async () => {
    const startedAt = new Date(stage.world.clock.now()).toISOString();
    expect(await stage.run(start('fence'))).toEqual({
      says: 'done',
      because: 'it is so',
      againInSeconds: 0,
      startedAt,
    });
    expect(await records()).toEqual([
      expect.objectContaining({ phase: 'fence', resource: 'gate', says: 'done', acted: true, startedAt }),
    ]);
  });

  it('says when it wants to be asked again', async () => {
    expect(await stage.run(start('fence', acting(pending('not yet', 7))))).toMatchObject({
      says: 'pending',
      againInSeconds: 7,
    });
  });

  it('S30 has recorded its intent before it acts, and from when on it may have changed anything', async () => {
    const seen: unknown[] = [];
    const look = async () => seen.push(...(await readLedger(replicas(), 'run-of-west')));
    const act: Act = {
      ...acting(done('so')),
      start: async (aboutToAct) => {
        await look();
        await aboutToAct();
        await look();
        return done('so');
      },
    };
    await stage.run(start('fence', act));
    const intent = { says: 'intent', because: 'about to fence gate' };
    expect(seen).toEqual([
      expect.objectContaining({ ...intent, acted: false }),
      expect.objectContaining({ ...intent, acted: true }),
    ]);
  });

  it('S28 notes what its change is about to replace, and keeps the word of its first attempt: a later one sees the change', async () => {
    const replacing = (before: Before): Act => ({
      ...acting(done('so')),
      start: async (aboutToAct) => {
        await aboutToAct(before);
        return done('so');
      },
    });
    await stage.run(start('fence', replacing({ desiredCount: 2 })));
    await stage.run(start('fence', replacing({ desiredCount: 0 })));
    const noted = (await stage.run(readLedger(replicas(), 'run-of-west'))).filter(({ before }) => before !== undefined);
    expect(noted).toEqual([
      {
        pk: 'ledger#run-of-west',
        sk: 'before#fence#gate',
        entry: 'before#fence#gate',
        at: expect.any(String) as string,
        phase: 'fence',
        resource: 'gate',
        before: { desiredCount: 2 },
      },
    ]);
  });

  it('S28 notes nothing to take back where the change replaces nothing', async () => {
    await stage.run(start('fence'));
    const entries = (await stage.run(readLedger(replicas(), 'run-of-west'))).map(({ entry }) => entry);
    expect(entries).toEqual(['step#fence#gate']);
  });

  it('S30 leaves its intent as the evidence of a crash when the act fails', async () => {
    await expect(stage.run(start('fence', acting(new Error('crash'))))).rejects.toThrow('crash');
    expect(await records()).toEqual([expect.objectContaining({ says: 'intent', acted: true })]);
  });

  it.each([refused('no'), done('it is so already')])(
    'has not acted when it found nothing to do: $says',
    async (progress) => {
      await stage.run(start('fence', looking(progress)));
      expect(await records()).toEqual([expect.objectContaining({ says: progress.says, acted: false })]);
    },
  );

  it.each<[string, Phase, string]>([
    ['another resource in its phase', 'fence', 'web'],
    ['its resource in another phase', 'openGate', 'gate'],
  ])('has not acted because something was done to %s', async (_, phase, resource) => {
    await assumeDone(phase, resource);
    await stage.run(start('fence', looking(refused('no'))));
    expect(await records()).toContainEqual(expect.objectContaining({ phase: 'fence', says: 'refused', acted: false }));
  });

  it.each<[string, Act]>([
    ['crashed', acting(new Error('crash'))],
    ['was done', acting(done('so'))],
  ])('S30 may still have acted when it is asked again and refuses, because the first time it %s', async (_, first) => {
    await stage.run(start('fence', first).catch(() => undefined));
    await stage.run(start('fence', looking(refused('no'))));
    expect(await records()).toEqual([expect.objectContaining({ says: 'refused', acted: true })]);
  });

  it('S30 ends done when it is asked again, whichever of its calls it died at (F19)', async () => {
    let diedAt = 0;
    for (let died = true; died;) {
      diedAt += 1;
      stage.close();
      stage = await startStage();
      await stage.run(lead(stage));
      acted = 0;
      let calls = 0;
      stage.world.faults.call = () => {
        if (++calls === diedAt) throw new Error('died');
      };
      died = await stage.run(
        start('fence').then(
          () => false,
          () => true,
        ),
      );
      const before = acted;
      stage.world.faults.call = undefined;
      expect(await stage.run(start('fence'))).toMatchObject({ says: 'done' });
      expect(acted).toBe(before + 1);
      expect(await records()).toEqual([expect.objectContaining({ says: 'done', acted: true })]);
      expect(stage.authority()?.moves).toHaveLength(1);
    }
    expect(diedAt).toBeGreaterThan(5);
  });

  it('S28 S30 ends done when a word that was given up arrives minutes later, whichever it was: else an undo would believe that nothing was changed, and a later phase that nothing is done (F20)', async () => {
    let late = 0;
    for (let delayed = true; delayed;) {
      late += 1;
      stage.close();
      stage = await startStage();
      await stage.run(lead(stage));
      let writes = 0;
      stage.world.faults.travelsLongerMs = ({ operation }) =>
        operation === 'PutItem' && ++writes === late ? 200_000 : 0;
      const { startedAt } = await stage.run(start('fence', acting(pending('asked'))));
      await stage.run(poll('fence', acting(pending('asked')), startedAt));
      await stage.run(poll('fence', acting(done('so')), startedAt));
      delayed = writes >= late;
      await stage.run(stage.world.clock.sleep(300_000));
      expect(await records()).toEqual([expect.objectContaining({ says: 'done', because: 'so', acted: true })]);
    }
    expect(late).toBeGreaterThan(5);
  });

  it('S30 ends done when it is asked again, whichever of its words never came in time and arrives after all (F20)', async () => {
    let late = 0;
    for (let died = true; died;) {
      late += 1;
      stage.close();
      stage = await startStage();
      await stage.run(lead(stage));
      let words = 0;
      stage.world.faults.told = ({ operation, input, output }) => {
        if (operation === 'PutItem' && 'Item' in input) words += 1;
        return output;
      };
      stage.world.faults.travelsLongerMs = ({ operation }) =>
        operation === 'PutItem' && words + 1 === late ? 200_000 : 0;
      died = await stage.run(
        start('fence').then(
          () => false,
          () => true,
        ),
      );
      stage.world.faults.travelsLongerMs = undefined;
      expect(await stage.run(start('fence'))).toMatchObject({ says: 'done' });
      await stage.run(stage.world.clock.sleep(300_000));
      expect(await records()).toEqual([expect.objectContaining({ says: 'done', acted: true })]);
    }
    expect(late).toBeGreaterThan(3);
  });
});

describe('a step that may not act', () => {
  it.each([
    ['another run', { run: 'another' }],
    ['a run of the same name in another Region', { to: OHIO }],
    ['an earlier epoch', { epoch: 1 }],
  ])('S10 does nothing for %s, and says who leads', async (_, other) => {
    const asked = start('fence', acting(done('so')), aMove(other));
    await expect(stage.run(asked)).rejects.toThrow(StaleEpoch);
    await expect(stage.run(start('fence', acting(done('so')), aMove(other)))).rejects.toThrow(
      'is over: the epoch is 2, run-of-west leads',
    );
    expect(acted).toBe(0);
    expect(await records()).toEqual([]);
    expect(stage.authority()?.moves).toEqual([]);
  });

  it('S10 does nothing once the run has given the lead back', async () => {
    await stage.run(giveBack(replicas(), aMove()));
    await expect(stage.run(start('fence'))).rejects.toThrow('the epoch is 3, nobody leads');
    expect(acted).toBe(0);
  });

  it('S10 does nothing where nobody has initialised the authority, and says so', async () => {
    stage.close();
    stage = openStage();
    await expect(stage.run(start('fence'))).rejects.toMatchObject({
      name: 'StaleEpoch',
      message: 'run-of-west leads nothing: nobody has initialised the authority',
    });
    expect(acted).toBe(0);
  });

  /** An act that takes its time before its change, in which something else happens. */
  const overtakenBy = (what: () => Promise<unknown>): Act => ({
    ...acting(done('so')),
    start: async (aboutToAct, startedAt) => {
      await what();
      return acting(done('so')).start(aboutToAct, startedAt);
    },
  });

  it('S27 is refused while the kill switch is on, and has done nothing', async () => {
    await stage.run(turnOnKillSwitch());
    expect(await stage.run(start('fence'))).toMatchObject({
      says: 'refused',
      because: 'the kill switch is on, by an operator',
    });
    expect(acted).toBe(0);
    expect(await records()).toEqual([expect.objectContaining({ says: 'refused', acted: false })]);
    expect(stage.authority()?.moves).toEqual([]);
  });

  it('S27 changes nothing when the kill switch is turned on right before its change', async () => {
    await expect(stage.run(start('fence', overtakenBy(turnOnKillSwitch)))).rejects.toMatchObject({
      name: 'Stopped',
      message: 'the kill switch is on, by an operator',
    });
    expect(acted).toBe(0);
    const records = stepsIn(await stage.run(readLedger(replicas(), aMove().run)));
    expect(records).toEqual([expect.objectContaining({ says: 'intent', acted: false })]);
  });

  it('S28 has changed something when the kill switch is turned on between its first change and its second', async () => {
    const twice: Act = {
      ...acting(done('so')),
      start: async (aboutToAct) => {
        await aboutToAct();
        await turnOnKillSwitch();
        await aboutToAct();
        return done('so');
      },
    };
    await expect(stage.run(start('fence', twice))).rejects.toMatchObject({ name: 'Stopped' });
    expect(await records()).toEqual([expect.objectContaining({ says: 'intent', acted: true })]);
  });

  it('S10 changes nothing when the lead is given back right before its change', async () => {
    const overtaken = overtakenBy(() => giveBack(replicas(), aMove()));
    await expect(stage.run(start('fence', overtaken))).rejects.toMatchObject({ name: 'StaleEpoch' });
    expect(acted).toBe(0);
  });

  it('S13 does nothing when the authority is unreachable', async () => {
    stage.world.network.cut(WEST, '*');
    await expect(stage.run(start('fence'))).rejects.toMatchObject({ name: 'AuthorityUnreachable' });
    expect(acted).toBe(0);
  });
});

describe('two attempts at a step at once, because the first one runs on when its invoker has given it up', () => {
  /** Something that another attempt waits for. */
  const signal = () => {
    let give = (): void => undefined;
    const given = new Promise<void>((resolve) => (give = resolve));
    return { given, give };
  };
  /** An attempt that waits before its change, or its answer to a poll, until it is told to go on. */
  const slow = (says: Progress = done('so')) => {
    const [waits, goOn] = [signal(), signal()];
    const wait = async () => {
      waits.give();
      await goOn.given;
    };
    const act: Act = {
      ...acting(says),
      start: async (aboutToAct, startedAt) => {
        await wait();
        return acting(says).start(aboutToAct, startedAt);
      },
      poll: async () => {
        await wait();
        return says;
      },
    };
    return { act, isSlow: waits.given, goOn: goOn.give };
  };
  const aSecond = () => stage.world.clock.sleep(1000);
  const settled = (attempt: Promise<StepAnswer>) => attempt.catch((fault: Error) => fault);
  /** How an attempt ends when it is slow, and another one begins and ends meanwhile. */
  const overtaken = (
    first: ReturnType<typeof slow>,
    attempt: () => Promise<StepAnswer>,
    later: () => Promise<unknown>,
  ) =>
    stage.run(
      (async () => {
        await aSecond();
        const earlier = settled(attempt());
        await first.isSlow;
        await aSecond();
        await later();
        first.goOn();
        return earlier;
      })(),
    );

  it('S28 know that something was changed after the later one read the ledger (F18)', async () => {
    const first = slow();
    const answer = await stage.run(
      (async () => {
        const earlier = settled(start('fence', first.act));
        await first.isSlow;
        await aSecond();
        const whenRead = signal();
        stage.world.faults.told = ({ operation, output }) => {
          if (operation === 'Query') whenRead.give();
          return output;
        };
        // The later one has read the ledger, and says its first word after the earlier one made its change.
        stage.world.faults.travelsLongerMs = ({ operation }) => (operation === 'UpdateItem' ? 1500 : 0);
        const later = settled(start('fence', looking(refused('no'))));
        await whenRead.given;
        first.goOn();
        await earlier;
        stage.world.faults.travelsLongerMs = undefined;
        return later;
      })(),
    );
    expect(acted).toBe(1);
    expect(answer).toMatchObject({ says: 'refused' });
    expect(await records()).toEqual([expect.objectContaining({ says: 'refused', acted: true })]);
  });

  it('S30 end as the later one says, and the earlier one changes nothing more', async () => {
    const first = slow();
    const answer = await overtaken(
      first,
      () => start('fence', first.act),
      () => start('fence', acting(done('by the later one'))),
    );
    expect(answer).toMatchObject({ name: 'Overtaken' });
    expect(acted).toBe(1);
    expect(await records()).toEqual([expect.objectContaining({ says: 'done', because: 'by the later one' })]);
  });

  it('S30 end as the later one says when the earlier one was slow to read what was said', async () => {
    stage.world.faults.travelsLongerMs = ({ operation }) => (operation === 'Query' ? 2000 : 0);
    const answer = await stage.run(
      (async () => {
        const earlier = settled(start('fence', acting(done('by the earlier one'))));
        await stage.world.clock.sleep(100);
        stage.world.faults.travelsLongerMs = undefined;
        await start('fence', acting(done('by the later one')));
        return earlier;
      })(),
    );
    expect(answer).toMatchObject({ name: 'Overtaken' });
    expect(await records()).toEqual([expect.objectContaining({ says: 'done', because: 'by the later one' })]);
  });

  it('S30 end as the later poll says when an earlier one is late', async () => {
    const { startedAt } = await stage.run(start('fence', acting(pending('asked'))));
    const first = slow(pending('not yet'));
    const answer = await overtaken(
      first,
      () => poll('fence', first.act, startedAt),
      () => poll('fence', acting(done('so')), startedAt),
    );
    expect(answer).toMatchObject({ name: 'Overtaken' });
    expect(await records()).toEqual([expect.objectContaining({ says: 'done', because: 'so', startedAt })]);
  });

  it('S30 end as the poll says when a start that nobody listens to began after the one that is polled', async () => {
    const first = slow(pending('by another'));
    const { startedAt } = await stage.run(start('fence', acting(pending('asked'))));
    const answer = await overtaken(
      first,
      () => start('fence', first.act),
      () => poll('fence', acting(done('so')), startedAt),
    );
    expect(answer).toMatchObject({ name: 'Overtaken' });
    expect(await records()).toEqual([expect.objectContaining({ says: 'done', because: 'so', startedAt })]);
  });

  it.each<[string, { attemptInSeconds?: number }, object]>([
    ['what older code said', {}, { says: 'done' }],
    ['what a newer attempt said', { attemptInSeconds: 20 }, { name: 'Overtaken' }],
    ['what came from a clock that was wrong', { attemptInSeconds: 300 }, { says: 'done' }],
  ])('S30 are told apart by when they began: after %s', async (_, { attemptInSeconds }, expected) => {
    const nowMs = stage.world.clock.now();
    const iso = (seconds: number) => new Date(nowMs + seconds * 1000).toISOString();
    const said = { phase: 'fence', resource: 'gate', says: 'intent', because: 'so', acted: true, startedAt: iso(0) };
    const attempt = attemptInSeconds === undefined ? {} : { attemptAt: iso(attemptInSeconds), edition: 1 };
    await stage.run(note(replicas(), 'run-of-west', stepEntry('fence', 'gate'), { ...said, ...attempt }));
    expect(await stage.run(settled(start('fence')))).toMatchObject(expected);
  });

  it('S28 keep what stood before the first change, which the later one sees made', async () => {
    const replacing: Act = {
      ...acting(done('so')),
      start: async (aboutToAct) => {
        const first = { phase: 'fence', resource: 'gate', before: { desiredCount: 2 } };
        await noteFirst(replicas(), 'run-of-west', beforeEntry('fence', 'gate'), first);
        await aboutToAct({ desiredCount: 0 });
        return done('so');
      },
    };
    await stage.run(start('fence', replacing));
    const noted = (await stage.run(readLedger(replicas(), 'run-of-west'))).filter(({ before }) => before !== undefined);
    expect(noted).toEqual([expect.objectContaining({ before: { desiredCount: 2 } })]);
  });
});

describe('the steps of the phases', () => {
  it('S16 are every resource that can do it, and the plan’s checks before and after the shift', () => {
    const checks = ['home', 'order'].map((resource) => ({ resource, kind: 'check', capability: 'check' }));
    const gate = (capability: string) => [{ resource: 'gate', kind: 'gate-parameter', capability }];
    expect(listPhases(stage.plan)).toEqual({
      fence: gate('fence'),
      promote: [{ resource: 'orders', kind: 'aurora-global', capability: 'promote' }],
      scale: [{ resource: 'web', kind: 'ecs-service', capability: 'scale' }],
      openGate: gate('openGate'),
      prove: checks,
      shift: [{ resource: 'front', kind: 'route53-records', capability: 'shift' }],
      verify: [...checks, { resource: 'front', kind: 'route53-records', capability: 'check' }],
    });
  });
});

describe('the order of phases', () => {
  it('S14 S16 is fence, promote, open the gate, prove, shift, verify', () => {
    expect(phasesBefore('verify')).toEqual(['fence', 'promote', 'openGate', 'prove', 'shift']);
    expect(phasesBefore('fence')).toEqual([]);
  });

  it.each<[string, Phase, string]>([
    [
      'S14',
      'promote',
      'promote needs a fence first: gate did not stop the writers; only a person who attests it ("fenced") could go on',
    ],
    ['S14', 'openGate', 'openGate needs promote first, and orders is not done'],
    ['S16', 'prove', 'prove needs openGate first, and gate is not done'],
    ['S16', 'shift', 'shift needs prove first, and home, order is not done'],
    ['S16', 'verify', 'verify needs shift first, and front is not done'],
  ])('%s refuses %s out of turn with nothing done: %s', async (_, phase, because) => {
    await assumePhases(phasesBefore(phase).slice(0, -1));
    expect(await stage.run(start(phase))).toMatchObject({ says: 'refused', because });
    expect(acted).toBe(0);
    expect(stage.authority()?.moves).toEqual([]);
  });

  it('S14 does not let a later phase stand for an earlier one', async () => {
    await assumePhases(['promote', 'openGate', 'prove']);
    expect(await stage.run(start('shift'))).toMatchObject({
      says: 'refused',
      because: expect.stringMatching(/^shift needs a fence first: gate did not stop the writers/) as string,
    });
  });

  it('S16 refuses to shift while one of two checks is not proven', async () => {
    await assumePhases(['fence', 'promote', 'openGate']);
    await assumeDone('prove', 'home');
    expect(await stage.run(start('shift'))).toMatchObject({
      says: 'refused',
      because: 'shift needs prove first, and order is not done',
    });
    await assumeDone('prove', 'order');
    expect(await stage.run(start('shift'))).toMatchObject({ says: 'done' });
  });

  it('S14 refuses to promote while the fence is pending', async () => {
    await stage.run(start('fence', acting(pending('it closes by itself'))));
    expect(await stage.run(start('promote'))).toMatchObject({ says: 'refused' });
    expect(acted).toBe(1);
  });

  it('S14 refuses to promote where the plan has nothing that stops the old writer', async () => {
    const resources = stage.plan.resources.filter(({ kind }) => kind !== 'gate-parameter');
    const plan = { ...stage.plan, resources };
    const asked = runStep(
      { phase: 'promote', plan, replicas: replicas() },
      { ask: 'start', step: step('promote'), move: { ...aMove(), silentChecks: [] } },
      acting(done('so')),
    );
    expect(await stage.run(asked)).toMatchObject({
      says: 'refused',
      because: expect.stringMatching(/^promote needs a fence first: the plan has no fence/) as string,
    });
    expect(acted).toBe(0);
  });

  it('lets scale begin at once: more tasks harm nobody', async () => {
    expect(await stage.run(start('scale'))).toMatchObject({ says: 'done' });
  });

  it('S16 believes no proof of another run', async () => {
    const other = { phase: 'fence', resource: 'gate', says: 'done', because: 'so', acted: true };
    const startedAt = new Date(stage.world.clock.now()).toISOString();
    await stage.run(note(replicas(), 'an earlier run', 'step#fence#gate', { ...other, startedAt }));
    expect(await stage.run(start('promote'))).toMatchObject({ says: 'refused' });
  });
});

describe('the cool-down', () => {
  it.each<Phase>(['fence', 'promote', 'scale', 'openGate', 'shift'])(
    'S26 begins when %s is about to act',
    async (phase) => {
      await assumePhases(phasesBefore(phase));
      await expect(stage.run(start(phase, acting(new Error('crash'))))).rejects.toThrow('crash');
      expect(stage.authority()?.moves).toHaveLength(1);
    },
  );

  it.each<Phase>(['prove', 'verify'])('does not begin with %s, which only asks', async (phase) => {
    await assumePhases(phasesBefore(phase));
    expect(await stage.run(start(phase))).toMatchObject({ says: 'done' });
    expect(stage.authority()?.moves).toEqual([]);
  });
});

describe('the life of a run', () => {
  const seenAt = () => stage.authority()?.run?.seenAt;

  it('is shown by every start and every poll, so that nobody takes it for abandoned', async () => {
    const waiting = acting(pending('asked'));
    const { startedAt } = await stage.run(start('fence', waiting));
    const first = seenAt()!;
    expect(Date.parse(first)).toBeGreaterThanOrEqual(Date.parse(startedAt));
    await stage.run(stage.world.clock.sleep(30_000));
    await stage.run(poll('fence', waiting, startedAt));
    expect(Date.parse(seenAt()!) - Date.parse(first)).toBeGreaterThan(29_000);
  });

  it('S10 is not shown by a run that does not lead', async () => {
    const before = seenAt();
    await stage.run(start('fence', acting(done('so')), aMove({ run: 'another' })).catch(() => undefined));
    expect(seenAt()).toBe(before);
  });
});

describe('a poll', () => {
  const waiting = acting(pending('asked'), pending('still promoting'));

  it('asks again and keeps the time of the start', async () => {
    const { startedAt } = await stage.run(start('fence', waiting));
    await stage.run(stage.world.clock.sleep(10_000));
    expect(await stage.run(poll('fence', waiting, startedAt))).toMatchObject({ says: 'pending', startedAt });
    expect(acted).toBe(1);
  });

  it('is refused after the deadline with the last word, and the step has acted all the same', async () => {
    const { startedAt } = await stage.run(start('fence', waiting));
    await stage.run(stage.world.clock.sleep(60_000));
    expect(await stage.run(poll('fence', waiting, startedAt))).toMatchObject({
      says: 'refused',
      because: 'not done within 60 s; the last word: still promoting',
    });
    expect(await records()).toEqual([expect.objectContaining({ says: 'refused', acted: true })]);
  });

  it('is pending at the very end of its deadline, because until then it may be done in time', async () => {
    const { startedAt } = await stage.run(start('fence', waiting));
    const deadlineMs = Date.parse(startedAt) + 60_000;
    const lastMoment: Act = {
      ...waiting,
      poll: async () => {
        await stage.world.clock.sleep(deadlineMs - stage.world.clock.now());
        return pending('still promoting');
      },
    };
    expect(await stage.run(poll('fence', lastMoment, startedAt))).toMatchObject({ says: 'pending' });
  });

  it('S10 is refused once another run leads, so that nobody waits for what is another’s', async () => {
    const { startedAt } = await stage.run(start('fence', waiting));
    await stage.run(giveBack(replicas(), aMove()));
    expect(await stage.run(poll('fence', acting(done('so')), startedAt))).toMatchObject({
      says: 'refused',
      because: `${aMove().run} no longer leads; the last word: so`,
    });
  });

  it('is done when it is done, even after the deadline', async () => {
    const { startedAt } = await stage.run(start('fence', waiting));
    await stage.run(stage.world.clock.sleep(600_000));
    expect(await stage.run(poll('fence', acting(done('so')), startedAt))).toMatchObject({ says: 'done' });
  });
});
