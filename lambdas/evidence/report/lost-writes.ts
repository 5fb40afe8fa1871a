import { markup, type Markup } from './markup';
import type { LostWrite } from './rehearsed';
import { table } from './table';
import type { TimeAxis } from './time-axis';
import { timeOfDay } from './words';

/** More rows than this help nobody; `rehearse --json` names every one. */
const NAMED_MAX = 50;

/** Every lost write by its name, or the newest of very many; undefined where none is lost. */
export const lostWrites = (lost: readonly LostWrite[], axis: TimeAxis): Markup | undefined => {
  if (lost.length === 0) return undefined;
  const named = lost.slice(-NAMED_MAX);
  const summary = named.length < lost.length ? `The newest ${named.length} of the lost writes` : 'Every lost write';
  return markup`
<details><summary>${summary}</summary>${table(
    'Acknowledged writes that are gone',
    ['Write', 'Acknowledged', 'In'],
    named.map(({ id, at, region }) => [id, markup`${axis.offset(Date.parse(at))}, ${timeOfDay(at)}`, region]),
  )}</details>`;
};
