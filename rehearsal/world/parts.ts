import { observeObjectives, SUSTAINED_MS, type ObservedObjectives, type Outage, type UserRequest } from './objectives';

/** What users asked and saw from one moment to another. */
export interface Part {
  /** When it is over, in milliseconds since 1970: what happens later belongs to the next. The last has no end. */
  readonly untilMs: number;
  readonly requests: readonly UserRequest[];
  readonly observed: ObservedObjectives;
}

/**
 * Tells apart what users saw of each of several moves, of which we know when they ended (milliseconds since 1970). An
 * outage that lasts when a move has ended is still a part of it, so that no outage is ever cut in two (S31).
 */
export const partsOf = (
  requests: readonly UserRequest[],
  lost: ReadonlySet<string>,
  endsMs: readonly number[],
): readonly Part[] => {
  const { outages } = observeObjectives(requests, lost);
  const isOverMs = (endMs: number): number => {
    const closedMs = ({ untilMs = Infinity }: Outage) => untilMs + SUSTAINED_MS;
    const open = outages.find((outage) => outage.fromMs <= endMs && endMs < closedMs(outage));
    return open ? (requests.find(({ at }) => at >= closedMs(open))?.at ?? Infinity) : endMs;
  };
  const untilsMs = [...endsMs.slice(0, -1).map(isOverMs), Infinity];
  return untilsMs.map((untilMs, index) => {
    const fromMs = untilsMs[index - 1] ?? -Infinity;
    const own = requests.filter(({ at }) => at > fromMs && at <= untilMs);
    return { untilMs, requests: own, observed: observeObjectives(own, lost) };
  });
};
