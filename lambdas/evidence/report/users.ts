import type { Evidence } from '../compose';
import type { Band } from './bands';
import { lostWrites } from './lost-writes';
import { markup, type Markup } from './markup';
import { barTrack, plot, plotRow } from './plot';
import type { Bucket, Stretch, UsersView } from './rehearsed';
import { table } from './table';
import type { TimeAxis } from './time-axis';
import { durationInWords, timeOfDay } from './words';

/** A deployed run does not see users: its figures are upper bounds. */
export const usersUnseen = ({ measured }: Evidence): Markup => {
  const { rtoSeconds, rpoSecondsMax } = measured;
  if (rtoSeconds === null)
    return markup`<p>A run does not see the users themselves; it measures how long they were without service only where it has moved the application.</p>`;
  const lost =
    rpoSecondsMax === null
      ? 'how much they lost is not known'
      : `they lost at most ${durationInWords(rpoSecondsMax)} of writes`;
  return markup`<p>A run does not see the users themselves. What it measured are upper bounds: nobody was without service for more than ${durationInWords(rtoSeconds)}, and ${lost}.</p>`;
};

/** Reads and writes of users over time, with the outage (RTO) and the lost writes (RPO) marked. */
export const users = (view: UsersView, axis: TimeAxis, bands: readonly Band[]): Markup => markup`
<p>${inWords(view)}</p>
<figure aria-labelledby="users-caption">
<figcaption id="users-caption">Requests in every ${view.bucketSeconds} s: <span class="key good-key"></span> good, <span class="key bad-key"></span> failed (hatched).</figcaption>
${plot(axis, bands, [
  requestRow(axis, view, 'reads', ({ readsGood, readsFailed }) => [readsGood, readsFailed]),
  requestRow(axis, view, 'writes', ({ writesGood, writesFailed }) => [writesGood, writesFailed]),
  markRow(axis, 'without service', `RTO ${known(view.rtoSeconds)}`, view.outages),
  markRow(axis, 'writes lost', `RPO ${known(view.rpoSeconds)}`, view.lost ? [view.lost] : []),
])}
</figure>
<details><summary>The same as a table</summary>${bucketTable(view, axis)}</details>${lostWrites(view.lostWrites, axis)}`;

const known = (seconds: number | null): string => (seconds === null ? 'none' : durationInWords(seconds));

const inWords = ({ rtoSeconds, rpoSeconds, lostWrites: { length: count }, outages }: UsersView): string => {
  if (rtoSeconds === null) return 'No request of any user failed.';
  const lasts = outages.some(({ until }) => until === undefined) ? ', and still were when the rehearsal ended' : '';
  const lost = `${count} acknowledged ${count === 1 ? 'write was' : 'writes were'} lost`;
  const loss =
    rpoSeconds === null
      ? 'Nothing was promoted, so no write was given up.'
      : `${lost}${count === 0 ? '' : `, within ${durationInWords(rpoSeconds)}`}.`;
  return `Users were without service for ${durationInWords(rtoSeconds)} at the longest${lasts}. ${loss}`;
};

const HEIGHT = 56;

/** Good requests stand below, failed ones on top of them. */
const requestRow = (
  axis: TimeAxis,
  { buckets, bucketSeconds }: UsersView,
  what: string,
  counts: (bucket: Bucket) => readonly [number, number],
): Markup => {
  const most = Math.max(1, ...buckets.map((bucket) => counts(bucket)[0] + counts(bucket)[1]));
  const sum = (index: 0 | 1) => buckets.reduce((total, bucket) => total + counts(bucket)[index], 0);
  const columns = buckets.map((bucket) => {
    const fromMs = Date.parse(bucket.at);
    // A little too wide, so that no light shines between neighbours.
    const untilMs = fromMs + bucketSeconds * 1080;
    const place = markup`x="${axis.place(fromMs)}" width="${axis.width(fromMs, untilMs)}"`;
    const [good, failed] = counts(bucket);
    return [column('good', place, good / most, 0), column('bad', place, failed / most, good / most)];
  });
  return plotRow(
    'requests',
    markup`${what} <span class="took">up to ${most} in ${bucketSeconds} s</span>`,
    markup`<div class="track"><svg role="img" class="chart" width="100%" height="${HEIGHT}">
<title>${what}: ${sum(0)} good, ${sum(1)} failed</title><desc>One column for every ${bucketSeconds} s.</desc>
${columns}</svg></div>`,
  );
};

/** A share of the full height, on top of another share. */
const column = (tone: 'good' | 'bad', place: Markup, share: number, below: number): Markup | undefined => {
  if (share === 0) return undefined;
  const [y, height] = [1 - below - share, share].map((part) => (part * HEIGHT).toFixed(1));
  const rect = (shape: string) =>
    markup`<rect${shape && markup` class="${shape}"`} ${place} y="${y}" height="${height}"/>`;
  return markup`<g class="${tone}">${rect('')}${tone === 'bad' ? rect('texture') : undefined}</g>`;
};

const markRow = (axis: TimeAxis, what: string, length: string, all: readonly Stretch[]): Markup =>
  plotRow(
    'vote',
    markup`${what} <span class="took">${length}</span>`,
    barTrack(
      axis,
      16,
      all.map(({ from, until }) => ({
        fromMs: Date.parse(from),
        untilMs: until === undefined ? axis.untilMs : Date.parse(until),
        says: 'down',
        because: until === undefined ? `${what} when the rehearsal ended` : `${what} until ${until}`,
      })),
    ),
  );

const bucketTable = ({ buckets, bucketSeconds }: UsersView, axis: TimeAxis): Markup =>
  table(
    `Requests of users in every ${bucketSeconds} s`,
    [
      'From',
      { number: 'Good reads' },
      { number: 'Failed reads' },
      { number: 'Good writes' },
      { number: 'Failed writes' },
    ],
    buckets.map(({ at, readsGood, readsFailed, writesGood, writesFailed }) => [
      markup`${axis.offset(Date.parse(at))}, ${timeOfDay(at)}`,
      readsGood,
      readsFailed,
      writesGood,
      writesFailed,
    ]),
  );
