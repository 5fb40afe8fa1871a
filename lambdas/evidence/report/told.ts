import type { Entries } from './ledger-entries';
import { markup, type Markup } from './markup';
import { said } from './said';
import { table } from './table';
import { timeOfDay } from './words';

/** Who could be told what. */
export const told = ({ notices }: Entries): Markup => markup`
${notices.length > 0 ? noticeTable(notices) : markup`<p>Nobody was told anything while the run worked.</p>`}
<p>The end of a run is announced after this page is written, so that notice is not on it.</p>`;

const noticeTable = (notices: Entries['notices']): Markup =>
  table(
    'Notices, channel by channel',
    ['At', 'Notice', 'Channel', 'Told', 'Because'],
    notices.flatMap(({ at, title, told: channels }) =>
      channels.map((one) => [timeOfDay(at), title, one.channel, said(one.told ? 'told' : 'not told'), one.because]),
    ),
  );
