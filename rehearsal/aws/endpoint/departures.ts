import type { World } from '../../world/world';

/** The SDK's requests between their sender's `send` and the simulated network. */
export interface Departures {
  /** A request has left its sender; virtual time stands still until it arrives or is given up. */
  leave(request: object): void;
  /** Waits until every request of this moment is there, then lets them in one by one in the order in which they left. */
  arrive(request: object): Promise<void>;
  /** The request ended without arriving. */
  giveUp(request: object): void;
}

/**
 * The SDK reads configuration files before its first request, which takes real time. Letting requests in by departure
 * keeps the order of a moment the same in every run.
 */
export const createDepartures = ({ busy }: Pick<World, 'busy'>): Departures => {
  const underWay = new Map<object, number>();
  let waiting: { readonly number: number; readonly enter: () => void }[] = [];
  let departed = 0;
  const end = (request: object) => {
    if (underWay.delete(request)) busy.sends--;
  };
  const letIn = () => {
    const inOrder = waiting.sort((one, other) => one.number - other.number);
    waiting = [];
    for (const { enter } of inOrder) enter();
  };
  return {
    leave: (request) => {
      if (underWay.has(request)) return;
      underWay.set(request, ++departed);
      busy.sends++;
    },
    arrive: (request) =>
      new Promise((enter) => {
        const number = underWay.get(request) ?? departed;
        end(request);
        waiting.push({ number, enter });
        if (waiting.length === 1) busy.afterwards.push(letIn);
      }),
    giveUp: end,
  };
};
