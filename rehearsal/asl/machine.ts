import { DefinitionFault } from './faults';
import { object, oneOf, text, type Fields, type Read } from './fields';
import { checkGraph } from './graph';
import { isObject } from './json';
import { jsonPathOnly } from './query-language';
import type { Machine, State } from './state';
import { choice } from './states/choice';
import { fail } from './states/fail';
import { map } from './states/map';
import { parallel } from './states/parallel';
import { pass } from './states/pass';
import { succeed } from './states/succeed';
import { task } from './states/task';
import { wait } from './states/wait';

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const NAME_LENGTH_MAX = 80;

const types = {
  Task: task,
  Choice: choice,
  Wait: wait,
  Pass: pass,
  Succeed: succeed,
  Fail: fail,
  Parallel: parallel,
  Map: map,
} satisfies Record<string, (fields: Fields, machine: (fields: Fields) => Machine) => State>;

/** Reads StartAt and States, and checks where they lead. State names are unique in the whole definition: `taken`. */
export const machineOf = (fields: Fields, taken: Set<string>): Machine => {
  const machine = { startAt: fields.required('StartAt', text), states: fields.required('States', statesOf(taken)) };
  checkGraph(machine, fields.where);
  return machine;
};

const statesOf =
  (taken: Set<string>): Read<ReadonlyMap<string, State>> =>
  (value, where) => {
    if (!isObject(value)) throw new DefinitionFault(where, `${JSON.stringify(value)} is not an object`);
    const states = Object.entries(value).map(([name, each]) => {
      claim(name, taken, where);
      return [name, stateOf(taken)(each, `${where}["${name}"]`)] as const;
    });
    return new Map(states);
  };

const claim = (name: string, taken: Set<string>, where: string): void => {
  if (taken.has(name))
    throw new DefinitionFault(where, `another state is named "${name}"; names are unique in the machine`);
  if (name.length > NAME_LENGTH_MAX) {
    throw new DefinitionFault(where, `"${name}" has ${name.length} characters; ${NAME_LENGTH_MAX} are allowed`);
  }
  taken.add(name);
};

const stateOf = (taken: Set<string>): Read<State> =>
  object((fields) => {
    const type = fields.required('Type', oneOf(...(Object.keys(types) as (keyof typeof types)[])));
    fields.optional('Comment', text);
    jsonPathOnly(fields);
    return types[type](fields, (nested) => machineOf(nested, taken));
  });
