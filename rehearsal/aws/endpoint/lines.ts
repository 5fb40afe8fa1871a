import { keyOf, type CallLimits, type ClientClass } from '../../../lambdas/aws';
import type { World } from '../../world/world';
import { openLine, type Connection, type Line } from './intercept';

/** The SDK clients of one world. */
export interface Lines {
  /** A client that nobody else has as long as this world stands. */
  take<C>(Client: ClientClass<C>, limits: CallLimits, connection: Connection): C;
}

/**
 * To make a client takes 0.2 ms, and a rehearsal needs a hundred: those of a world that is closed are free for the next one
 * of the process.
 */
export const createLines = ({ onClose }: Pick<World, 'onClose'>): Lines => {
  const taken: { readonly free: Line<unknown>[]; readonly line: Line<unknown> }[] = [];
  onClose(() => {
    for (const { free, line } of taken.splice(0)) free.push(line);
  });
  return {
    take: <C>(Client: ClientClass<C>, limits: CallLimits, connection: Connection): C => {
      const free = freeOf(Client, keyOf(limits)) as Line<C>[];
      const line = free.pop();
      line?.connect(connection);
      const used = line ?? openLine(Client, limits, connection);
      taken.push({ free, line: used });
      return used.client;
    },
  };
};

/** Clients of a class with the same limits that nobody has. */
const freeOf = (Client: unknown, limits: string): Line<unknown>[] => {
  const ofClass = closed.get(Client) ?? new Map<string, Line<unknown>[]>();
  closed.set(Client, ofClass);
  const free = ofClass.get(limits) ?? [];
  ofClass.set(limits, free);
  return free;
};

const closed = new Map<unknown, Map<string, Line<unknown>[]>>();
