import { DefinitionFault } from './faults';
import type { Machine } from './state';

/** Throws `DefinitionFault` where a transition leads nowhere, or where no transition leads to a state. */
export const checkGraph = ({ startAt, states }: Machine, where: string): void => {
  const names = [...states.keys()].join(', ');
  if (!states.has(startAt))
    throw new DefinitionFault(`${where}.StartAt`, `there is no state "${startAt}"; there are ${names}`);
  for (const [name, { leadsTo }] of states) {
    for (const { field, to } of leadsTo) {
      if (states.has(to)) continue;
      throw new DefinitionFault(`${where}.States["${name}"].${field}`, `there is no state "${to}"; there are ${names}`);
    }
  }
  const reached = reachable(startAt, states);
  const unreached = [...states.keys()].filter((name) => !reached.has(name));
  if (unreached.length === 0) return;
  throw new DefinitionFault(`${where}.States`, `nothing leads to ${unreached.join(', ')}; lead there or remove it`);
};

const reachable = (startAt: string, states: Machine['states']): ReadonlySet<string> => {
  const reached = new Set([startAt]);
  for (const name of reached) {
    for (const { to } of states.get(name)?.leadsTo ?? []) reached.add(to);
  }
  return reached;
};
