import type { Band } from './bands';
import type { Bar } from './lanes';
import { markup, type Markup } from './markup';
import { lookOf } from './said';
import type { TimeAxis } from './time-axis';
import { briefTime, durationInWords } from './words';

/** Rows over one time axis: its ticks above, its bands and lines behind. */
export const plot = (axis: TimeAxis, bands: readonly Band[], rows: readonly Markup[]): Markup => markup`
<div class="plot">
  ${backdrop(axis, bands)}
  ${bands.length > 0 ? bandRow(axis, bands) : undefined}
  ${tickRow(axis)}
  ${rows}
</div>`;

/** One row: what it is, and its track on the axis; on a phone, one above the other. */
export const plotRow = (level: string, name: Markup, track: Markup): Markup =>
  markup`<div class="row ${level}"><div class="name">${name}</div>${track}</div>`;

/** Bars on a track; each tells in words what it shows. */
export const barTrack = (axis: TimeAxis, height: number, bars: readonly Bar[]): Markup => markup`
<div class="track">${bars.map((bar) => barOf(axis, height, bar))}</div>`;

const barOf = (axis: TimeAxis, height: number, { fromMs, untilMs, says, because }: Bar): Markup => {
  const { tone, sign } = lookOf(says);
  const from = axis.offset(fromMs);
  const took = untilMs > fromMs ? ` to ${axis.offset(untilMs)}, ${durationInWords((untilMs - fromMs) / 1000)}` : '';
  return markup`<svg role="img" class="bar ${tone} says-${says}" height="${height}" width="${axis.width(fromMs, untilMs)}" style="left:${axis.place(fromMs)}">
<title>${says}, ${from}${took}</title><desc>${because}</desc>
<rect width="100%" height="100%" rx="2"/><rect class="texture" width="100%" height="100%" rx="2"/>
<text x="4" y="${height - 4}" aria-hidden="true">${height >= 14 ? sign : ''}</text></svg>`;
};

/** The numbers of the bands are in the table of where the time went, too. */
const bandRow = (axis: TimeAxis, bands: readonly Band[]): Markup =>
  plotRow(
    'bands',
    markup``,
    markup`<div class="track" aria-hidden="true">${bands.map(
      ({ number, fromMs, untilMs, name }) =>
        markup`<span class="band band-${number}" style="left:${axis.place(fromMs)};width:${axis.width(fromMs, untilMs)}"><b>${number}</b><span>${name}</span></span>`,
    )}</div>`,
  );

const tickRow = (axis: TimeAxis): Markup =>
  plotRow(
    'ticks',
    markup``,
    markup`<div class="track" aria-hidden="true">${axis.ticks.map(
      ({ ms, main }) =>
        markup`<span class="tick${main ? '' : ' second'}" style="left:${axis.place(ms)}">${briefTime(ms)}<br>${wholeSeconds(ms - axis.zeroMs)}</span>`,
    )}</div>`,
  );

const wholeSeconds = (ms: number): string => (ms === 0 ? '0 s' : `${ms < 0 ? '−' : '+'}${Math.abs(ms) / 1000} s`);

const backdrop = (axis: TimeAxis, bands: readonly Band[]): Markup => markup`
<svg class="backdrop" aria-hidden="true" width="100%" height="100%">
${bands.map(
  ({ number, fromMs, untilMs }) =>
    markup`<rect class="band-${number}" x="${axis.place(fromMs)}" width="${axis.width(fromMs, untilMs)}" height="100%"/>`,
)}
${axis.ticks.map(({ ms }) => markup`<line class="grid" x1="${axis.place(ms)}" x2="${axis.place(ms)}" y1="0" y2="100%"/>`)}
<line class="zero" x1="${axis.place(axis.zeroMs)}" x2="${axis.place(axis.zeroMs)}" y1="0" y2="100%"/>
</svg>`;
