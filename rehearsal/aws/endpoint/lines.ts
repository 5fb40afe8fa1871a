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
 * of the process. No older ones, because a client leads to the whole world that it was last used in.
 */
export const createLines = ({ onClose }: Pick<World, 'onClose'>): Lines => {
  const taken: Kept[] = [];
  onClose(() => (kept = taken.splice(0)));
  return {
    take: <C>(Client: ClientClass<C>, limits: CallLimits, connection: Connection): C => {
      const key = keyOf(limits);
      const line = takeKept(Client, key, connection) ?? openLine(Client, limits, connection);
      taken.push({ Client, key, line });
      return line.client as C;
    },
  };
};

/** A client of a world that is closed, which nobody has. */
interface Kept {
  readonly Client: unknown;
  /** Of its limits. */
  readonly key: string;
  readonly line: Line<unknown>;
}

let kept: Kept[] = [];

const takeKept = (Client: unknown, key: string, connection: Connection): Line<unknown> | undefined => {
  const at = kept.findLastIndex((one) => one.Client === Client && one.key === key);
  const [found] = at < 0 ? [] : kept.splice(at, 1);
  found?.line.connect(connection);
  return found?.line;
};
