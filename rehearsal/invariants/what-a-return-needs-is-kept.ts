import type { Deletion, PointState } from './deletions';
import { clockTime, type Invariant } from './recording';

/** What a run may delete at all: an old recovery point, and the limit by which a fence had stopped a function. */
const DELETES = new Set(['DeleteDBClusterSnapshot', 'DeleteFunctionConcurrency']);

/** I18: the active record, the newest verified recovery point and the last good state are never deleted. */
export const whatAReturnNeedsIsKept: Invariant = {
  id: 'I18',
  check: ({ deletions, erasures, calls, beganMs }) => [
    ...erasures.map(({ atMs, what }) => `${what} was erased at ${clockTime(atMs)}`),
    ...deletions.flatMap(newestGone),
    ...calls
      .filter(({ operation }) => /^(Delete|Terminate|Remove)/.test(operation) && !DELETES.has(operation))
      .map(({ t, by, operation, region }) => `${by} asked for ${operation} in ${region} at ${clockTime(beganMs + t)}`),
  ],
};

/** A point is as good as verified when it is whole in two Regions; the newest such, and the newest of each Region, stay. */
const newestGone = ({ atMs, region, id, left }: Deletion): string[] => {
  const before = [...left, { region, id }].filter((point) => seriesOf(point) === seriesOf({ region, id }));
  const what = `${id} in ${region} was deleted at ${clockTime(atMs)}`;
  const isNewest = (points: readonly PointState[]) => points.every((point) => point.id <= id);
  const twofold = before.filter((point) => before.some((other) => other.id === point.id && other !== point));
  return [
    ...(isNewest(before.filter((point) => point.region === region)) ? [`${what}, the newest there`] : []),
    ...(twofold.some((point) => point.id === id) && isNewest(twofold)
      ? [`${what}, the newest that two Regions keep`]
      : []),
  ];
};

/** Everything before the time in a point's name, such as `understudy-webshop-orders-`. */
const seriesOf = ({ id }: PointState): string => id.slice(0, -TIME.length);
const TIME = '20260106t1200';
