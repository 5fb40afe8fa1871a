import type { Entries } from './ledger-entries';
import { markup, type Markup } from './markup';
import { scrolling } from './section';
import { timeOfDay } from './words';

/** Who could be told what. */
export const told = ({ notices }: Entries): Markup => {
  const later = markup`<p>The end of a run is announced after this page is written, so that notice is not on it.</p>`;
  if (notices.length === 0) return markup`<p>Nobody was told anything while the run worked.</p>${later}`;
  const rows = notices.flatMap(({ at, title, told: channels }) =>
    channels.map(
      (one) => markup`
<tr><th scope="row">${timeOfDay(at)}</th><td>${title}</td><td>${one.channel}</td>
<td><span class="said ${one.told ? 'good' : 'bad'}">${one.told ? '✓ told' : '✗ not told'}</span></td><td>${one.because}</td></tr>`,
    ),
  );
  return markup`${scrolling(
    'Notices',
    markup`<table><caption>Notices, channel by channel</caption>
<thead><tr><th scope="col">At</th><th scope="col">Notice</th><th scope="col">Channel</th><th scope="col">Told</th><th scope="col">Because</th></tr></thead>
<tbody>${rows}</tbody></table>`,
  )}${later}`;
};
