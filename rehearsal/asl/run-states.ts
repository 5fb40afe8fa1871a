import { drawMs } from '../aws/latencies';
import { attempts } from './errors/attempts';
import type { Json } from './json';
import type { Machine, Outcome, Scope, State } from './state';
import { pause } from './waiting';

/** Runs a machine from its first state to an end; throws what no state of it handled. */
export const runStates = async (machine: Machine, input: Json, scope: Scope): Promise<Outcome> => {
  let here: Outcome = { output: input, next: machine.startAt, causes: scope.causes };
  while (here.next !== undefined) {
    const state = machine.states.get(here.next);
    if (!state) throw new Error(`no state "${here.next}", although the definition was checked`);
    here = await visit(here.next, state, here.output, { ...scope, causes: here.causes });
  }
  return here;
};

const visit = async (name: string, state: State, input: Json, scope: Scope): Promise<Outcome> => {
  const { surroundings, history } = scope.running;
  const { clock, random, event } = surroundings;
  await pause(drawMs({ random: () => random }, 'states.transition'), clock, scope.cancelled);
  const place = { state: name, path: `${scope.prefix}${name}` };
  const enteredAs = history.add(1);
  const entered = event({ type: 'entered', ...place }, scope.causes);
  const context = {
    ...scope.context,
    State: { Name: name, EnteredTime: new Date(clock.now()).toISOString(), RetryCount: 0 },
  };
  const outcome = await attempts(
    state,
    input,
    { ...scope, ...place, context, causes: [entered], attempt: 1 },
    enteredAs,
  );
  history.add(1);
  return { ...outcome, causes: [event({ type: 'exited', ...place }, outcome.causes)] };
};
