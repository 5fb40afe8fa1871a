import type { Network, Place } from './world';

/** A network in which everything lives and reaches everything until a scenario says otherwise. */
export const createNetwork = (): Network => {
  const dead = new Set<Place>();
  const deaths = new Map<Place, number>();
  const cuts = new Set<string>();
  const way = (from: Place, to: Place) => `${from}>${to}`;
  const alive = (place: Place) => !dead.has(place);
  const isCut = (from: Place, to: Place) =>
    from !== to && [way(from, to), way('*', to), way(from, '*')].some((one) => cuts.has(one));
  return {
    alive,
    reaches: (from, to) => alive(from) && alive(to) && !isCut(from, to),
    kill: (region) => {
      dead.add(region);
      deaths.set(region, (deaths.get(region) ?? 0) + 1);
    },
    deaths: (region) => deaths.get(region) ?? 0,
    revive: (region) => void dead.delete(region),
    cut: (from, to) => void cuts.add(way(from, to)),
    mend: (from, to) => void cuts.delete(way(from, to)),
  };
};
