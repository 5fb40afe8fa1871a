import type { Entries } from './ledger-entries';
import { markup, type Markup } from './markup';
import { said } from './said';
import { table } from './table';
import { timeOfDay } from './words';

/** What people were asked and have answered, and who could be told what. */
export const told = ({ asked, notices }: Entries): Markup => markup`
${asked.length > 0 ? askedTable(asked) : []}
${notices.length > 0 ? noticeTable(notices) : markup`<p>Nobody was told anything while the run worked.</p>`}
<p>The end of a run is announced after this page is written, so that notice is not on it.</p>`;

const askedTable = (asked: Entries['asked']): Markup =>
  table(
    'What people were asked, and what they answered',
    ['At', 'Who', 'Says', 'Because'],
    asked.map(({ at, who, says, because }) => [timeOfDay(at), who, said(says), because]),
  );

const noticeTable = (notices: Entries['notices']): Markup =>
  table(
    'Notices, channel by channel',
    ['At', 'Notice', 'Channel', 'Told', 'Because'],
    notices.flatMap(({ at, title, told: channels }) =>
      channels.map((one) => [timeOfDay(at), title, one.channel, said(one.told ? 'told' : 'not told'), one.because]),
    ),
  );
