import { parseDefinition } from '../../../rehearsal/asl/definition';
import { TaskFault } from '../../../rehearsal/asl/faults';
import { interpret, type Ending, type Start } from '../../../rehearsal/asl/interpret';
import type { Json, JsonObject } from '../../../rehearsal/asl/json';
import type { StateEvent, Surroundings, TaskPlace, TokenHolder } from '../../../rehearsal/asl/surroundings';
import { createWorld } from '../../../rehearsal/world/create-world';

/** A call of a task, as the function behind it would see it. */
export interface TaskCall {
  readonly name: string;
  readonly payload: Json;
  readonly at: TaskPlace;
  /** Milliseconds since the execution began. */
  readonly ms: number;
  readonly cancelled: AbortSignal;
}

export interface Performance {
  readonly ending: Ending;
  readonly calls: readonly TaskCall[];
  /** What was handed over without waiting. */
  readonly posts: readonly { readonly resource: string; readonly payload: Json }[];
  /** Whether each token that was issued, in turn, still opens a task. */
  readonly tokensOpen: readonly boolean[];
  readonly events: readonly (StateEvent & { readonly id: string; readonly causes: readonly string[] })[];
  /** Milliseconds from the start to the end. */
  readonly tookMs: number;
  /** Timers that the execution left on the clock. */
  readonly timersLeft: number;
}

export interface Script {
  readonly input?: Json;
  /** What each function answers. */
  readonly functions?: Readonly<Record<string, (call: TaskCall, nth: number) => unknown>>;
  /** Called with each token as it is issued, and with the task that waits for it. */
  readonly onToken?: (holder: TokenHolder, token: string, nth: number) => void;
  /** Whether Lambda refuses what is handed over without waiting. */
  readonly refusesPosts?: boolean;
  readonly random?: () => number;
}

/** The ARN of a published version of a function. */
export const arn = (name: string): string => `arn:aws:lambda:us-west-2:111122223333:function:${name}:1`;

/** A Task that ends its machine, unless told otherwise. */
export const task = (name: string, more: object = {}): JsonObject => ({
  Type: 'Task',
  Resource: arn(name),
  ...('Next' in more ? {} : { End: true }),
  ...more,
});

/** A machine of one state, named `It`. */
export const only = (state: object): JsonObject => ({ StartAt: 'It', States: { It: state as Json } });

/** Waits in virtual time, which `perform` has installed. */
export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs a definition to its end in virtual time. Transitions take 4 ms, unless `random` says otherwise. */
export const perform = async (definition: object, script: Script = {}): Promise<Performance> => {
  const world = createWorld(1);
  try {
    const startedAt = world.clock.now();
    const calls: TaskCall[] = [];
    const posts: { resource: string; payload: Json }[] = [];
    const events: (StateEvent & { id: string; causes: readonly string[] })[] = [];
    const tokensOpen: boolean[] = [];
    const timers = new Set<object>();
    const surroundings: Surroundings = {
      clock: { now: world.clock.now, after: counting(world.clock.after, timers) },
      random: script.random ?? (() => 0),
      task: (resource, payload, at, cancelled) => {
        const name = resource.split(':')[6] ?? '';
        const call = { name, payload, at, ms: world.clock.now() - startedAt, cancelled };
        const nth = calls.filter((each) => each.name === name).length;
        calls.push(call);
        const answer = script.functions?.[name];
        if (!answer) throw new Error(`the test has no function ${name}`);
        return Promise.resolve(answer(call, nth) as Json);
      },
      post: (resource, payload) => {
        if (script.refusesPosts) throw new TaskFault('Lambda.ResourceNotFoundException', 'no such function');
        posts.push({ resource, payload });
      },
      issueToken: (holder) => {
        const nth = tokensOpen.push(true) - 1;
        script.onToken?.(holder, `token-${nth}`, nth);
        return { token: `token-${nth}`, close: () => void (tokensOpen[nth] = false) };
      },
      event: (event, causes) => {
        const id = `e${events.length + 1}`;
        events.push({ ...event, id, causes });
        return id;
      },
    };
    const start: Start = {
      ...START,
      input: script.input === undefined ? {} : script.input,
      startedAt,
    };
    const ending = await world.run(
      interpret(parseDefinition(definition as Json, 'machine'), start, surroundings).result,
    );
    return { ending, calls, posts, tokensOpen, events, tookMs: world.clock.now() - startedAt, timersLeft: timers.size };
  } finally {
    world.close();
  }
};

/** The time of `START`, which is the beginning of the test world. */
export const STARTED = '2026-01-06T09:00:00.000Z';

const START = {
  id: 'arn:aws:states:us-west-2:111122223333:execution:failover:run-1',
  name: 'run-1',
  machineId: 'arn:aws:states:us-west-2:111122223333:stateMachine:failover',
  machineName: 'failover',
  causes: ['alarm-1'],
};

const counting =
  (after: Surroundings['clock']['after'], timers: Set<object>): Surroundings['clock']['after'] =>
  (ms, what) => {
    if (ms < 0) throw new RangeError(`a timer for ${ms} ms`);
    const timer = {};
    timers.add(timer);
    const stop = after(ms, () => {
      timers.delete(timer);
      what();
    });
    return () => {
      timers.delete(timer);
      stop();
    };
  };
