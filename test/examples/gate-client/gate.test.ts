import { createGate, GateClosed } from '../../../examples/gate-client/gate';

const START = Date.parse('2026-01-01T00:00:00.000Z');
const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString();
const value = (untilSeconds: number, epoch: number) => JSON.stringify({ until: at(untilSeconds), epoch });

/** A process with a gate: its parameter, its two clocks, and a way to let it read again. */
const process = () => {
  const state = { parameter: value(80, 7), wall: START, steady: 0, timers: 0 };
  let tick = () => {};
  let read = async () => state.parameter;
  const gate = createGate({
    read: () => read(),
    now: () => state.wall,
    steady: () => state.steady,
    every: (_, what) => {
      state.timers += 1;
      tick = what;
      return () => (state.timers -= 1);
    },
  });
  return {
    gate,
    state,
    pass(seconds: number) {
      state.wall += seconds * 1_000;
      state.steady += seconds * 1_000;
    },
    async refresh() {
      tick();
      await new Promise(setImmediate);
    },
    readWith: (other: () => Promise<string>) => (read = other),
  };
};

const started = async () => {
  const made = process();
  await made.gate.start();
  return made;
};

it('is closed before anybody has read the parameter', () => {
  expect(() => process().gate.assertOpen()).toThrow('the write gate has not been opened');
});

it('is open until the time in the parameter, and says under which epoch', async () => {
  const { gate, pass } = await started();
  pass(79.999);
  expect(gate.assertOpen()).toEqual({ epoch: 7, untilMs: START + 80_000 });
});

it('S14 closes by itself at that time, when nobody renews it', async () => {
  const { gate, pass, refresh } = await started();
  pass(80);
  await refresh();
  expect(() => gate.assertOpen()).toThrow(GateClosed);
  expect(() => gate.assertOpen()).toThrow(`the write gate closed at ${at(80)}; only reads are allowed here`);
});

it('stays open while it is renewed, and closes at once when it is closed', async () => {
  const { gate, pass, refresh, state } = await started();
  pass(60);
  state.parameter = value(140, 7);
  await refresh();
  pass(60);
  expect(gate.assertOpen().untilMs).toBe(START + 140_000);
  state.parameter = JSON.stringify({ until: '1970-01-01T00:00:00.000Z', epoch: 8 });
  await refresh();
  expect(() => gate.assertOpen()).toThrow(GateClosed);
});

it.each([
  ['', 'nothing'],
  ['open', 'no JSON'],
  ['null', 'no mapping'],
  [JSON.stringify({ until: '2027', epoch: 7 }), 'a time that is not exact'],
  [JSON.stringify({ until: at(9_999) }), 'no epoch'],
  [JSON.stringify({ until: at(9_999), epoch: 7.5 }), 'half an epoch'],
  [JSON.stringify({ until: START + 9_999_000, epoch: 7 }), 'a time as a number'],
])('keeps what it knew when the parameter holds %j, which is %s', async (text) => {
  const { gate, pass, refresh, state } = await started();
  state.parameter = text;
  await refresh();
  expect(gate.assertOpen()).toEqual({ epoch: 7, untilMs: START + 80_000 });
  pass(80);
  expect(() => gate.assertOpen()).toThrow(GateClosed);
});

it('keeps what it knew when the parameter cannot be read, and says why it is closed', async () => {
  const { gate, pass, refresh, readWith } = await started();
  readWith(() => Promise.reject(new Error('ThrottlingException')));
  await refresh();
  expect(gate.assertOpen().epoch).toBe(7);
  pass(80);
  await refresh();
  const closed = (() => {
    try {
      return gate.assertOpen();
    } catch (fault) {
      return fault;
    }
  })();
  expect(closed).toMatchObject({ name: 'GateClosed', cause: { message: 'ThrottlingException' } });
});

it('I3 is never opened by an earlier epoch, but may be closed by it', async () => {
  const { gate, refresh, state } = await started();
  state.parameter = value(9_999, 6);
  await refresh();
  expect(gate.assertOpen()).toEqual({ epoch: 7, untilMs: START + 80_000 });
  state.parameter = value(-1, 6);
  await refresh();
  expect(() => gate.assertOpen()).toThrow(GateClosed);
});

it('is not reopened by a slow answer that an earlier question got', async () => {
  const { gate, refresh, readWith, state } = await started();
  let answerSlowly: (text: string) => void = () => {};
  readWith(() => new Promise((resolve) => (answerSlowly = resolve)));
  await refresh();
  readWith(async () => state.parameter);
  state.parameter = value(0, 7);
  await refresh();
  answerSlowly(value(80, 7));
  await new Promise(setImmediate);
  expect(() => gate.assertOpen()).toThrow(GateClosed);
});

it('F22 gives no more time when the clock is set back, and less when it is set forward', async () => {
  const { gate, pass, state } = await started();
  pass(70);
  state.wall -= 3_600_000;
  expect(gate.assertOpen().epoch).toBe(7);
  pass(10);
  expect(() => gate.assertOpen()).toThrow(GateClosed);
  const other = await started();
  other.state.wall += 80_000;
  expect(() => other.gate.assertOpen()).toThrow(GateClosed);
});

it('reads on one timer however often it is started, and on none once it is stopped', async () => {
  const { gate, state } = await started();
  await gate.start();
  expect(state.timers).toBe(1);
  gate.stop();
  expect(state.timers).toBe(0);
});

it('reads every 5 s with the timers of Node.js, unless it is told otherwise', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'], now: START });
  const read = jest.fn(async () => value(80, 7));
  const gate = createGate({ read });
  await gate.start();
  await jest.advanceTimersByTimeAsync(14_999);
  expect(read).toHaveBeenCalledTimes(3);
  await jest.advanceTimersByTimeAsync(1);
  expect(read).toHaveBeenCalledTimes(4);
  gate.stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(read).toHaveBeenCalledTimes(4);
  expect(gate.assertOpen().epoch).toBe(7);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(() => gate.assertOpen()).toThrow(GateClosed);
  jest.useRealTimers();
});

describe('a break-glass', () => {
  const HOURS = 3_600;
  const broken = (more: object = {}) =>
    JSON.stringify({
      until: at(-60),
      epoch: 7,
      breakGlass: { from: at(0), until: at(4 * HOURS), by: 'an operator', reason: 'the table is down', ...more },
    });
  const startedWith = async (parameter: string) => {
    const made = process();
    made.state.parameter = parameter;
    await made.gate.start();
    return made;
  };

  it('lets writers write until its date, and not a moment longer', async () => {
    const { gate, pass } = await startedWith(broken({ until: at(600) }));
    pass(599);
    expect(gate.assertOpen()).toEqual({ epoch: 7, untilMs: START + 600_000 });
    pass(1);
    expect(() => gate.assertOpen()).toThrow(GateClosed);
  });

  it('may be written without milliseconds, as `date -u` does', async () => {
    const { gate } = await startedWith(broken({ from: '2026-01-01T00:00:00Z', until: '2026-01-01T04:00:00Z' }));
    expect(gate.assertOpen().untilMs).toBe(START + 4 * HOURS * 1_000);
  });

  it('ends as soon as the person takes it out', async () => {
    const { gate, refresh, state } = await startedWith(broken());
    state.parameter = value(-60, 7);
    await refresh();
    expect(() => gate.assertOpen()).toThrow(GateClosed);
  });

  it.each([
    ['lasts longer than 4 h', { until: at(4 * HOURS + 1) }],
    ['has no end', { until: undefined }],
    ['has no beginning', { from: undefined }],
    ['lies in wait', { from: at(301), until: at(600) }],
    ['is nobody’s', { by: '' }],
    ['has no reason', { reason: undefined }],
  ])('is none where it %s', async (_, more) => {
    const { gate } = await startedWith(broken(more));
    expect(() => gate.assertOpen()).toThrow(GateClosed);
  });

  it('never shortens what a renewal allows', async () => {
    const { gate } = await startedWith(JSON.stringify({ until: at(80), epoch: 7, breakGlass: 'soon' }));
    expect(gate.assertOpen().untilMs).toBe(START + 80_000);
  });

  it('I3 of an earlier epoch opens nothing', async () => {
    const { gate, refresh, state } = await started();
    state.parameter = broken().replace('"epoch":7', '"epoch":6');
    await refresh();
    expect(gate.assertOpen().untilMs).toBe(START + 80_000);
  });
});
