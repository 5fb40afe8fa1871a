/** The gate is closed, or nobody knows that it is open: nothing may be committed. */
export class GateClosed extends Error {
  override readonly name = 'GateClosed';
}

/** Leave to write, as of now. */
export interface Leave {
  /** Who acts now; store it beside what you write, so that a later reader can tell which writer wrote it. */
  readonly epoch: number;
  /** Milliseconds since 1970 from which nothing may be committed any more. */
  readonly untilMs: number;
}

/** A break-glass that lasts longer is none: it never stands open-ended. */
const BREAK_GLASS_MS_MAX = 4 * 3_600_000;

/** A person's clock may be ahead; what begins later than that is none, so that nothing lies in wait. */
const AHEAD_MS_MAX = 5 * 60_000;

export interface Gate {
  /** Answers the leave to write, or throws `GateClosed`. Ask it right before COMMIT, not when the request arrives. */
  assertOpen(): Leave;
  /** Reads the parameter once, then every `refreshMs`; resolves after the first reading. */
  start(): Promise<void>;
  /** Stops reading; the gate closes by itself. */
  stop(): void;
}

export interface GateOptions {
  /** Reads the parameter's value in this process's own Region; give it a time-out. */
  readonly read: () => Promise<string>;
  readonly refreshMs?: number;
  /** Milliseconds since 1970; may jump when somebody sets the clock. */
  readonly now?: () => number;
  /** Milliseconds that pass evenly and never jump, from any zero. */
  readonly steady?: () => number;
  /** Calls `what` every `ms`; the result stops it. */
  readonly every?: (ms: number, what: () => void) => () => void;
}

/**
 * Makes the write gate of this process: open until the time that Understudy last wrote into the parameter. It closes by
 * itself, so a process that is cut off from the parameter stops writing before another Region may start.
 */
export const createGate = (options: GateOptions): Gate => {
  const {
    read,
    refreshMs = 5_000,
    now = () => Date.now(),
    steady = () => performance.now(),
    every = onTimer,
  } = options;
  const clock = forwardClock(now, steady);
  let leave: Leave = { epoch: 0, untilMs: 0 };
  let asked = 0;
  let answered = 0;
  let fault: unknown;
  let stopTimer = () => {};

  const refresh = async (): Promise<void> => {
    const turn = ++asked;
    const found = await reading(read, clock());
    // A slow answer must not undo what a later reading has found.
    if (turn < answered) return;
    answered = turn;
    fault = found instanceof Error ? found : undefined;
    if (!(found instanceof Error)) leave = adopt(leave, found);
  };

  return {
    assertOpen() {
      if (clock() < leave.untilMs) return leave;
      throw new GateClosed(`the write gate ${sinceWhen(leave)}; only reads are allowed here: roll back`, {
        cause: fault,
      });
    },
    async start() {
      stopTimer();
      stopTimer = every(refreshMs, () => void refresh());
      await refresh();
    },
    stop: () => stopTimer(),
  };
};

/** A later epoch counts as it is; an earlier one is an old writer's, which may close the gate but not open it. */
const adopt = (known: Leave, found: Leave): Leave =>
  found.epoch >= known.epoch ? found : { ...known, untilMs: Math.min(known.untilMs, found.untilMs) };

/** An unreadable or malformed value is an error that changes nothing: the gate then closes when it last said. */
const reading = async (read: () => Promise<string>, nowMs: number): Promise<Leave | Error> => {
  try {
    return parseValue(await read(), nowMs);
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
};

const parseValue = (text: string, nowMs: number): Leave => {
  const { until, epoch, breakGlass } = JSON.parse(text) as Record<string, unknown>;
  if (isTime(until) && typeof epoch === 'number' && Number.isSafeInteger(epoch)) {
    return { epoch, untilMs: Math.max(Date.parse(until), brokenUntilMs(breakGlass, nowMs)) };
  }
  throw new Error(`the gate's value is ${text}; allowed: {"until":"2026-01-01T00:00:00.000Z","epoch":7}`);
};

/** Until when a person lets writers write, by the rules that the renewal follows too; 0 where nobody rightly does. */
const brokenUntilMs = (written: unknown, nowMs: number): number => {
  const { from, until, by, reason } = (written ?? {}) as Record<string, unknown>;
  const isSigned = typeof by === 'string' && by !== '' && typeof reason === 'string' && reason !== '';
  if (!isSigned || !isTime(from) || !isTime(until)) return 0;
  const [fromMs, untilMs] = [Date.parse(from), Date.parse(until)];
  return untilMs - fromMs <= BREAK_GLASS_MS_MAX && fromMs <= nowMs + AHEAD_MS_MAX ? untilMs : 0;
};

/** Such as 2026-01-01T00:00:00.000Z; a person may leave the milliseconds out. */
const isTime = (text: unknown): text is string => {
  if (typeof text !== 'string') return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text.replace(/:(\d\d)Z$/, ':$1.000Z');
};

const sinceWhen = ({ untilMs }: Leave): string =>
  untilMs === 0 ? 'has not been opened' : `closed at ${new Date(untilMs).toISOString()}`;

/** The time of day, except that setting the clock back does not give anybody more time. */
const forwardClock = (now: () => number, steady: () => number): (() => number) => {
  const aheadMs = now() - steady();
  return () => Math.max(now(), aheadMs + steady());
};

const onTimer = (ms: number, what: () => void): (() => void) => {
  const timer = setInterval(what, ms);
  // The gate alone does not keep a process alive.
  timer.unref();
  return () => clearInterval(timer);
};
