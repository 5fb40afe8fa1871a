import type { Evidence } from '../compose';
import type { Band } from './bands';
import { lanesOf, type Lane, type Row } from './lanes';
import type { Entries } from './ledger-entries';
import { markup, type Markup } from './markup';
import { barTrack, plot, plotRow } from './plot';
import { lookOf, said } from './said';
import { scrolling } from './section';
import type { TimeAxis } from './time-axis';
import { durationInWords, prose, stepName, timeOfDay } from './words';

/** What happened when: Regions, phases and steps on one axis, and the same as tables. */
export const timeline = (
  evidence: Evidence,
  entries: Entries,
  axis: TimeAxis,
  bands: readonly Band[],
): Markup => markup`
<figure aria-labelledby="timeline-caption">
<figcaption id="timeline-caption">Votes, phases and steps, Region by Region. Times are UTC; below them, seconds since ${axis.zeroIs}. The tables say the same in words.</figcaption>
${plot(
  axis,
  bands,
  lanesOf(evidence, entries).map((lane) => laneRows(axis, lane)),
)}
</figure>
${bandTable(bands, axis)}
${stepTable(evidence, axis)}`;

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

const bandTable = (bands: readonly Band[], axis: TimeAxis): Markup =>
  scrolling(
    'Where the time went',
    markup`<table><caption>Where the time went</caption>
<thead><tr><th scope="col">Band</th><th scope="col">From</th><th scope="col">To</th><th scope="col" class="number">Took</th><th scope="col">What it is</th></tr></thead>
<tbody>${bands.map(
      ({ number, name, fromMs, untilMs, what }) => markup`
<tr><th scope="row"><span class="band-${number} key">${number}</span> ${name}</th><td>${axis.offset(fromMs)}</td><td>${axis.offset(untilMs)}</td>
<td class="number">${durationInWords((untilMs - fromMs) / 1000)}</td><td>${what}</td></tr>`,
    )}</tbody></table>`,
  );

const stepTable = ({ steps }: Evidence, axis: TimeAxis): Markup | undefined =>
  steps.length === 0
    ? undefined
    : scrolling(
        'Steps',
        markup`<table><caption>Every step and its last word</caption>
<thead><tr><th scope="col">Step</th><th scope="col">Says</th><th scope="col">From</th><th scope="col">To</th><th scope="col">Because</th></tr></thead>
<tbody>${steps.map(
          (step) => markup`
<tr><th scope="row">${stepName(step)}</th><td>${said(step.says)}</td><td>${moment(axis, step.startedAt)}</td><td>${moment(axis, step.at)}</td><td>${prose(step.because)}</td></tr>`,
        )}</tbody></table>`,
      );

const moment = (axis: TimeAxis, at: string): Markup => markup`${axis.offset(Date.parse(at))}<br>${timeOfDay(at)}`;
