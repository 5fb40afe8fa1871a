import type { Evidence } from '../compose';
import { markup, type Markup } from './markup';
import type { Effect } from './rehearsed';
import { scrolling } from './section';
import type { TimeAxis } from './time-axis';
import { timeOfDay } from './words';

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
  scrolling(
    'Effects',
    markup`<table><caption>Calls that changed something, as the simulated AWS saw them</caption>
<thead><tr><th scope="col">At</th><th scope="col">Region</th><th scope="col">Call</th><th scope="col">Changes</th><th scope="col" class="number">Epoch</th></tr></thead>
<tbody>${seen.map(
      ({ at, region, service, operation, target, epoch }) => markup`
<tr><th scope="row">${axis.offset(Date.parse(at))}<br>${timeOfDay(at)}</th><td>${region}</td><td>${service} ${operation}</td><td>${target}</td><td class="number">${epoch ?? 'none'}</td></tr>`,
    )}</tbody></table>`,
  );
