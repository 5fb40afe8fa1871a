import type { Catcher } from './catch';
import { matches } from './error-names';
import { ExecutionFault, RuntimeFault, TaskFault } from '../faults';
import type { Json } from '../json';
import { put } from '../data/result-path';
import { delaySeconds, type Retrier } from './retry';
import type { Outcome, State, Visit } from '../state';
import { pause, stopIfCancelled } from '../waiting';

/**
 * Attempts a state until it works, its Retry is used up, or its Catch leads elsewhere; throws what none of them handles.
 * `enteredAs` is the number of the history event with which the state was entered.
 * https://states-language.net/spec.html#errors
 */
export const attempts = async (state: State, input: Json, first: Visit, enteredAs: number): Promise<Outcome> => {
  const retries = new Map<Retrier, number>();
  for (let visit = first; ;) {
    const tried = await attempt(state, input, visit, enteredAs);
    if (!(tried instanceof TaskFault)) return tried;
    const failed = report('failed', visit, tried, tried.causes);
    const retrier = state.retry?.find(({ errorEquals }) => matches(errorEquals, tried.error));
    const before = retrier ? (retries.get(retrier) ?? 0) : 0;
    if (!retrier || before >= retrier.attemptsMax) return caught(state.catch ?? [], input, visit, tried, failed);
    retries.set(retrier, before + 1);
    const { clock, random } = visit.running.surroundings;
    await pause(delaySeconds(retrier, before, random) * 1000, clock, visit.cancelled);
    visit = again(visit, report('retried', visit, tried, [failed]));
  }
};

/** Answers the outcome or the `TaskFault`; other faults are nobody's to handle. */
const attempt = async (state: State, input: Json, visit: Visit, enteredAs: number): Promise<Outcome | TaskFault> => {
  try {
    return await state.attempt(input, visit);
  } catch (fault) {
    stopIfCancelled(visit.cancelled);
    if (fault instanceof TaskFault) {
      return fault.causes.length > 0 ? fault : new TaskFault(fault.error, fault.message, visit.causes);
    }
    if (!(fault instanceof RuntimeFault)) throw fault;
    const cause = `An error occurred while executing the state '${visit.state}' (entered at the event id #${enteredAs}). ${fault.message}`;
    const failed = report('failed', visit, { error: 'States.Runtime', message: cause }, visit.causes);
    throw new ExecutionFault(cause, [failed]);
  }
};

const again = (visit: Visit, retried: string): Visit => ({
  ...visit,
  attempt: visit.attempt + 1,
  causes: [retried],
  context: { ...visit.context, State: { ...(visit.context.State as object), RetryCount: visit.attempt } },
});

const caught = (catchers: readonly Catcher[], input: Json, visit: Visit, fault: TaskFault, failed: string): Outcome => {
  const catcher = catchers.find(({ errorEquals }) => matches(errorEquals, fault.error));
  if (!catcher) throw new TaskFault(fault.error, fault.message, [failed]);
  const output = put(catcher.resultPath, input, { Error: fault.error, Cause: fault.message });
  return { output, next: catcher.next, causes: [report('caught', visit, fault, [failed])] };
};

const report = (
  type: 'failed' | 'retried' | 'caught',
  { state, path, running }: Visit,
  { error, message }: { readonly error: string; readonly message: string },
  causes: readonly string[],
): string => running.surroundings.event({ type, state, path, error, cause: message }, causes);
