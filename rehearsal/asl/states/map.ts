import { RuntimeFault } from '../faults';
import { object, oneOf, text, wholeNumber, type Fields } from '../fields';
import type { Json } from '../json';
import { look, path, type Path } from '../data/path';
import { withinLimit } from '../data/payload-limit';
import { template, type Template } from '../data/payload-template';
import { runStates } from '../run-states';
import type { Machine, Outcome, State, Visit } from '../state';
import { scoped } from '../waiting';
import { workFields } from '../work-fields';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html */
const CONCURRENCY_MAX = 40;

/**
 * Reads an inline Map: one iteration per item, and the first to fail stops the others. Tolerated failures belong to the
 * distributed mode, which is not simulated. https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
export const map = (fields: Fields, machineOf: (fields: Fields) => Machine): State => {
  const processor = fields.required(
    'ItemProcessor',
    object((each) => processorOf(each, machineOf)),
  );
  const itemsPath = fields.optional('ItemsPath', path);
  const selector = fields.optional('ItemSelector', template);
  // 0 means as many as there can be.
  const concurrency = fields.optional('MaxConcurrency', wholeNumber(0)) || CONCURRENCY_MAX;
  const { flow, next, routes } = workFields(fields, []);
  return {
    ...routes,
    attempt: async (raw, visit) => {
      const input = flow.enter(raw, visit.context);
      const items = itemsOf(itemsPath, input, visit);
      const iterate = iteration(processor, selector, input, visit);
      const { history } = visit.running;
      // MapStateStarted before the iterations; MapStateSucceeded or …Failed after them.
      history.add(1);
      const outcomes = await scoped(visit.cancelled, (cancelled) =>
        inTurns(items, Math.min(concurrency, CONCURRENCY_MAX), (item, index) => iterate(item, index, cancelled)),
      ).finally(() => history.add(1));
      const causes = outcomes.length === 0 ? visit.causes : outcomes.flatMap((outcome) => outcome.causes);
      const result = outcomes.map(({ output }) => output);
      return { output: flow.leave(raw, result, visit.context), next, causes };
    },
  };
};

const processorOf = (fields: Fields, machineOf: (fields: Fields) => Machine): Machine => {
  fields.optional('Comment', text);
  fields.optional(
    'ProcessorConfig',
    object((config) => config.required('Mode', oneOf('INLINE'))),
  );
  return machineOf(fields);
};

const itemsOf = (itemsPath: Path | undefined, input: Json, { context }: Visit): readonly Json[] => {
  const items = itemsPath ? look(itemsPath, { input, context }, 'ItemsPath') : input;
  if (Array.isArray(items)) return items;
  throw new RuntimeFault(`Reference path "${itemsPath?.text ?? '$'}" must point to array.`);
};

const iteration =
  (processor: Machine, selector: Template | undefined, input: Json, visit: Visit) =>
  async (item: Json, index: number, cancelled: AbortSignal): Promise<Outcome> => {
    const { history } = visit.running;
    const context = { ...visit.context, Map: { Item: { Index: index, Value: item } } };
    // MapIterationStarted before it; MapIterationSucceeded or …Failed after it.
    history.add(1);
    const selected = withinLimit(selector ? selector({ input, context }) : item, 'input of an iteration');
    const prefix = `${visit.path}[${index}]/`;
    return runStates(processor, selected, { ...visit, context, prefix, cancelled }).finally(() => history.add(1));
  };

/** Does the work for every item, at most `width` at a time, starting them in order. */
const inTurns = async <T>(
  items: readonly Json[],
  width: number,
  work: (item: Json, index: number) => Promise<T>,
): Promise<readonly T[]> => {
  const results: T[] = [];
  const waiting = items.entries();
  const takeTurns = async () => {
    for (const [index, item] of waiting) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, takeTurns));
  return results;
};
