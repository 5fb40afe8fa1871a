import type { Evidence } from '../compose';
import type { Band } from './bands';
import { lanesOf, type Lane, type Row } from './lanes';
import type { Entries } from './ledger-entries';
import { markup, type Markup } from './markup';
import { barTrack, plot, plotRow } from './plot';
import { lookOf, said } from './said';
import { table } from './table';
import type { TimeAxis } from './time-axis';
import { durationInWords, moment, prose, stepName } from './words';

/** What happened when: Regions, phases and steps on one axis, and the same as tables. */
export const timeline = (evidence: Evidence, entries: Entries, axis: TimeAxis, bands: readonly Band[]): Markup => {
  const lanes = lanesOf(evidence, entries);
  const { steps } = evidence;
  return markup`
${lanes.length > 0 ? chart(axis, bands, lanes) : markup`<p>Nothing was voted on, and nothing was done.</p>`}
${bands.length > 0 ? bandTable(axis, bands) : undefined}
${steps.length > 0 ? stepTable(axis, steps) : undefined}`;
};

const chart = (axis: TimeAxis, bands: readonly Band[], lanes: readonly Lane[]): Markup => markup`
<figure aria-labelledby="timeline-caption">
<figcaption id="timeline-caption">Votes, phases and steps, Region by Region. Times are UTC; below them, seconds since ${axis.zeroIs}. The tables say the same in words.</figcaption>
${plot(
  axis,
  bands,
  lanes.map((lane) => laneRows(axis, lane)),
)}
</figure>`;

const laneRows = (axis: TimeAxis, { region, what, rows }: Lane): Markup => markup`
<h3 class="lane">${region} <span>${what}</span></h3>
${rows.map((row) => laneRow(axis, row))}`;

const HEIGHTS: Readonly<Record<Row['level'], number>> = { phase: 8, step: 16, vote: 16 };

const laneRow = (axis: TimeAxis, { name, level, bars }: Row): Markup => {
  const last = bars.at(-1)!;
  const tookSeconds = (last.untilMs - bars[0]!.fromMs) / 1000;
  const { tone, sign } = lookOf(last.says);
  const label = markup`<span class="said ${tone}" aria-hidden="true">${sign}</span> <span>${name}</span>
<span class="took">${tookSeconds > 0 ? durationInWords(tookSeconds) : ''}</span>`;
  return plotRow(level, label, barTrack(axis, HEIGHTS[level], bars));
};

const bandTable = (axis: TimeAxis, bands: readonly Band[]): Markup =>
  table(
    'Where the time went',
    ['Band', 'From', 'To', { number: 'Took' }, 'What it is'],
    bands.map(({ number, name, fromMs, untilMs, what }) => [
      markup`<span class="band-${number} key">${number}</span> ${name}`,
      axis.offset(fromMs),
      axis.offset(untilMs),
      durationInWords((untilMs - fromMs) / 1000),
      what,
    ]),
  );

const stepTable = (axis: TimeAxis, steps: Evidence['steps']): Markup =>
  table(
    'Every step and its last word',
    ['Step', 'Says', 'From', 'To', 'Because'],
    steps.map((step) => [
      stepName(step),
      said(step.says),
      moment(axis, step.startedAt),
      moment(axis, step.at),
      prose(step.because),
    ]),
  );
