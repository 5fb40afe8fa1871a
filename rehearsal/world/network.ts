import type { Network, Place } from './world';

/** A network in which everything lives and reaches everything until a scenario says otherwise. */
export const createNetwork = (): Network => {
  // Several may kill a place or cut a way at once; it is whole again when each of them has taken its own back.
  const dead = createTally();
  const waiting = new Map<Place, Set<() => void>>();
  const cuts = createTally();
  const way = (from: Place, to: Place) => `${from}>${to}`;
  const alive = (place: Place) => !dead.has(place);
  const isCut = (from: Place, to: Place) =>
    !cuts.isEmpty() && from !== to && [way(from, to), way('*', to), way(from, '*')].some((one) => cuts.has(one));
  return {
    alive,
    reaches: (from, to) => alive(from) && alive(to) && !isCut(from, to),
    kill: dead.add,
    revive: (region) => {
      dead.takeBack(region);
      if (!alive(region)) return;
      const whoWaits = waiting.get(region) ?? [];
      waiting.delete(region);
      for (const what of whoWaits) what();
    },
    onRevival: (region, what) => {
      const whoWaits = waiting.get(region) ?? new Set();
      waiting.set(region, whoWaits.add(what));
      return () => void whoWaits.delete(what);
    },
    cut: (from, to) => cuts.add(way(from, to)),
    mend: (from, to) => cuts.takeBack(way(from, to)),
  };
};

const createTally = () => {
  const counts = new Map<string, number>();
  return {
    isEmpty: (): boolean => counts.size === 0,
    has: (key: string): boolean => counts.has(key),
    add: (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1),
    takeBack: (key: string): void => {
      const left = (counts.get(key) ?? 0) - 1;
      if (left > 0) counts.set(key, left);
      else counts.delete(key);
    },
  };
};
