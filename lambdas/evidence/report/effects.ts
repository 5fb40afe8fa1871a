import type { Evidence } from '../compose';
import { markup, type Markup } from './markup';
import type { Effect } from './rehearsed';
import { table } from './table';
import type { TimeAxis } from './time-axis';
import { moment } from './words';

/** What the run changed and under which epoch; calls are known only where a rehearsal saw them from outside. */
export const effects = ({ move, steps }: Evidence, seen: readonly Effect[] | undefined, axis: TimeAxis): Markup => {
  const acted = steps.filter((step) => step.acted).length;
  const done =
    acted === 0
      ? markup`<p>No step has acted, so this run changed no resource and no traffic.</p>`
      : markup`<p>${acted} ${acted === 1 ? 'step was' : 'steps were'} let through under ${move ? markup`epoch <b>${move.epoch}</b>` : 'the epoch of the run'}: each reads it again just before it acts. The table of steps above says what each did.</p>`;
  if (seen === undefined) return done;
  if (seen.length === 0) return markup`${done}<p>Seen from outside: no call of this run changed anything.</p>`;
  return markup`${done}${effectTable(seen, axis)}`;
};

const effectTable = (seen: readonly Effect[], axis: TimeAxis): Markup =>
  table(
    'Calls that changed something, as the simulated AWS saw them',
    ['At', 'Region', 'Call', 'Changes', { number: 'Epoch' }],
    seen.map(({ at, region, service, operation, target, epoch }) => [
      moment(axis, at),
      region,
      `${service} ${operation}`,
      target,
      epoch ?? 'none',
    ]),
  );
