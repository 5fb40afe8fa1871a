import fc from 'fast-check';
import { delaySeconds } from '../../../rehearsal/asl/errors/retry';
import { TaskFault } from '../../../rehearsal/asl/faults';
import type { Json, JsonObject } from '../../../rehearsal/asl/json';
import { only, perform, sleep, task } from './perform';

// https://states-language.net/spec.html

/** A machine, and what the specification says of its output for an input; written without a look at the interpreter. */
interface Made {
  /** States' names are unique in the whole machine, so each part has its own beginning of a name. */
  readonly machine: (name: string) => JsonObject;
  readonly answer: (input: Json) => Json;
}

interface Link {
  readonly state: (name: string) => JsonObject;
  readonly answer: (input: Json) => Json;
}

const chain = (links: readonly Link[]): Made => ({
  machine: (name) => ({
    StartAt: `${name}0`,
    States: Object.fromEntries(
      links.map(({ state }, index) => [
        `${name}${index}`,
        {
          ...state(`${name}${index}-`),
          ...(index + 1 < links.length ? { Next: `${name}${index + 1}` } : { End: true }),
        },
      ]),
    ),
  }),
  answer: (input) => links.reduce((before, { answer }) => answer(before), input),
});

const asObject = (input: Json): JsonObject =>
  typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as JsonObject) : {};

const letters = fc.constantFrom('a', 'b', 'c');
const values = fc.oneof(fc.integer(), letters, fc.constant(null), fc.array(fc.integer(), { maxLength: 2 }));

/** Puts a value beside the input. */
const passes: fc.Arbitrary<Link> = fc.tuple(letters, values).map(([name, Result]) => ({
  state: () => ({ Type: 'Pass', Result, ResultPath: `$.${name}` }),
  answer: (input) => ({ ...asObject(input), [name]: Result }),
}));

const waits: fc.Arbitrary<Link> = fc
  .nat(100)
  .map((Seconds) => ({ state: () => ({ Type: 'Wait', Seconds }), answer: (input) => input }));

const together = (branches: readonly Made[]): Link => ({
  state: (name) => ({
    Type: 'Parallel',
    Branches: branches.map(({ machine }, index) => machine(`${name}${index}-`)),
    ResultPath: '$.all',
  }),
  answer: (input) => ({ ...asObject(input), all: branches.map(({ answer }) => answer(input)) }),
});

const overItems = ({ machine, answer }: Made, items: readonly JsonObject[]): Link => ({
  state: (name) => ({
    Type: 'Map',
    ItemsPath: '$.items',
    ItemSelector: { 'a.$': '$$.Map.Item.Value.a' },
    ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...machine(name) },
    ResultPath: '$.mapped',
  }),
  answer: (input) => ({ ...asObject(input), mapped: items.map((item) => answer(item)) }),
});

const ITEMS = [{ a: 1 }, { a: 'two' }, { a: null }];

const machines: fc.Arbitrary<Made> = fc.letrec<{ made: Made; link: Link }>((tie) => ({
  link: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    passes,
    waits,
    fc.array(tie('made'), { minLength: 1, maxLength: 3 }).map(together),
  ),
  made: fc.array(tie('link'), { minLength: 1, maxLength: 3 }).map(chain),
})).made;

it('answers what the specification says, however Pass, Wait and Parallel are put together', () =>
  fc.assert(
    fc.asyncProperty(machines, fc.record({ x: fc.integer() }), async ({ machine, answer }, input) => {
      const { ending, timersLeft, events } = await perform(machine('S'), { input });
      expect(ending).toMatchObject({ status: 'SUCCEEDED', output: answer(input) });
      expect(timersLeft).toBe(0);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    }),
    { numRuns: 15, seed: 1 },
  ));

it('gives every item of a Map the same machine, and its answers in the order of the items', () =>
  fc.assert(
    fc.asyncProperty(machines, async (made) => {
      const { state, answer } = overItems(made, ITEMS);
      const { ending } = await perform(only({ ...state('S'), End: true }), { input: { items: ITEMS } });
      expect(ending).toMatchObject({ status: 'SUCCEEDED', output: answer({ items: ITEMS }) });
    }),
    { numRuns: 8, seed: 1 },
  ));

it('runs no more of a Map at once than it may, and answers in the order of the items all the same', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (items, MaxConcurrency) => {
        let running = 0;
        let peak = 0;
        const f = async ({ payload }: { payload: Json }) => {
          peak = Math.max(peak, ++running);
          await sleep(Number(payload) * 1_000);
          running--;
          return payload;
        };
        const machine = only({
          Type: 'Map',
          MaxConcurrency,
          End: true,
          ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'F', States: { F: task('f') } },
        });
        const { ending } = await perform(machine, { input: items, functions: { f } });
        expect(ending.output).toEqual(items);
        expect(peak).toBe(Math.min(items.length, MaxConcurrency));
      },
    ),
    { numRuns: 8, seed: 1 },
  ));

const retriers = fc.record({
  IntervalSeconds: fc.integer({ min: 1, max: 10 }),
  BackoffRate: fc.constantFrom(1, 1.5, 2, 3),
  MaxAttempts: fc.nat(6),
  more: fc.integer({ min: 1, max: 30 }),
  JitterStrategy: fc.constantFrom('FULL', 'NONE'),
});

it('tries again as often as it may, and waits within the bounds each time', () =>
  fc.assert(
    fc.asyncProperty(
      retriers,
      fc.nat(8),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      async (asked, failures, drawn) => {
        const { more, ...retrier } = asked;
        const MaxDelaySeconds = retrier.IntervalSeconds + more;
        const f = (_: unknown, nth: number) => {
          if (nth < failures) throw new TaskFault('Boom', 'said the test');
          return 'done';
        };
        const Retry = [{ ErrorEquals: ['States.ALL'], ...retrier, MaxDelaySeconds }];
        const { ending, calls } = await perform(only(task('f', { Retry })), { functions: { f }, random: () => drawn });
        expect(ending.status).toBe(failures <= retrier.MaxAttempts ? 'SUCCEEDED' : 'FAILED');
        expect(calls).toHaveLength(1 + Math.min(failures, retrier.MaxAttempts));
        calls.slice(1).forEach(({ ms }, index) => {
          const most = Math.min(retrier.IntervalSeconds * retrier.BackoffRate ** index, MaxDelaySeconds);
          const gap = (ms - calls[index]!.ms) / 1000;
          expect(gap).toBeLessThanOrEqual(most + 0.01);
          expect(gap).toBeGreaterThanOrEqual(retrier.JitterStrategy === 'FULL' ? 0 : most);
        });
      },
    ),
    { numRuns: 15, seed: 1 },
  ));

it('never waits longer for a later attempt than the cap, nor less than before without jitter', () => {
  fc.assert(
    fc.property(retriers, fc.nat(50), (asked, retries) => {
      const retrier = {
        errorEquals: ['States.ALL'],
        intervalSeconds: asked.IntervalSeconds,
        attemptsMax: asked.MaxAttempts,
        backoffRate: asked.BackoffRate,
        delaySecondsMax: asked.IntervalSeconds + asked.more,
        jitter: 'NONE',
      } as const;
      const [now, next] = [retries, retries + 1].map((count) => delaySeconds(retrier, count, () => 0));
      expect(next).toBeGreaterThanOrEqual(now!);
      expect(next).toBeLessThanOrEqual(retrier.delaySecondsMax);
    }),
    { numRuns: 100, seed: 1 },
  );
});
