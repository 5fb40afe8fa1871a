import type { Evidence } from '../compose';
import { bandsOf, type Band } from './bands';
import { beforeAfter } from './before-after';
import { decision } from './decision';
import { effects } from './effects';
import { readEntries, type Entries } from './ledger-entries';
import { headline } from './headline';
import { jsonBlock, markup, styleBlock, type Markup } from './markup';
import type { Rehearsed } from './rehearsed';
import { section } from './section';
import { style } from './style';
import { timeAxis, type TimeAxis } from './time-axis';
import { timeline } from './timeline';
import { told } from './told';
import { users, usersUnseen } from './users';
import { verdict } from './verdict';
import { timeOfDay } from './words';

/**
 * Renders a run's evidence as one page that needs nothing else: no script, no font, no request to any host. A rehearsal
 * adds what it saw from outside; a deployed run has only its evidence. Pure.
 */
export const renderReport = (evidence: Evidence, rehearsed?: Rehearsed): string => {
  const entries = readEntries(evidence);
  const bands = bandsOf(evidence);
  const axis = axisOf(evidence, bands, rehearsed);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${headline(evidence, entries)}</title>
${styleBlock(style)}
</head>
<body>
${textures}
<main>
${verdict(evidence, entries, rehearsed)}
${section('when', 'What happened when', timeline(evidence, entries, axis, bands))}
${section('users', 'What users saw', rehearsed ? users(rehearsed.users, axis, bands) : usersUnseen(evidence))}
${section('why', evidence.journey === 'failover' ? 'Who voted what, and which rule decided' : 'What the run found', decision(entries, axis))}
${section('effects', 'What was changed', effects(evidence, rehearsed?.effects, axis))}
${section('before-after', 'Before and after', beforeAfter(evidence, entries))}
${section('told', 'Who was told', told(entries))}
${section('record', 'The record', record(evidence, entries))}
</main>
${jsonBlock('evidence', evidence)}
</body>
</html>
`;
  return page.text;
};

/** From just before the first thing that is known to just after the last. */
const axisOf = (evidence: Evidence, bands: readonly Band[], rehearsed: Rehearsed | undefined): TimeAxis => {
  const { startedAt, endedAt } = evidence;
  const moments = [startedAt, endedAt, ...(rehearsed?.users.buckets.map(({ at }) => at) ?? [])];
  const [zeroAt, zeroIs] = zeroOf(evidence, rehearsed);
  return timeAxis(Date.parse(zeroAt), zeroIs, [
    ...moments.map((at) => Date.parse(at)),
    ...bands.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs]),
  ]);
};

const zeroOf = ({ journey, startedAt, milestones }: Evidence, rehearsed: Rehearsed | undefined): [string, string] => {
  if (journey !== 'failover') return [startedAt, 'the start of the run'];
  if (rehearsed) return [rehearsed.struckAt, 'the disaster struck'];
  const { lastHealthyAt } = milestones;
  return lastHealthyAt === undefined
    ? [startedAt, 'the start of the run']
    : [lastHealthyAt, 'it was last seen healthy'];
};

const record = ({ run, region, startedAt, endedAt, fault }: Evidence, { unread }: Entries): Markup => markup`
<p>Run <code>${run}</code> in ${region}, from ${timeOfDay(startedAt)} to ${timeOfDay(endedAt)}. The whole evidence lies beside this page in
<a href="evidence.json">evidence.json</a>, and inside it, as JSON in the element <code>#evidence</code>.</p>
${fault ? markup`<p>The run ended with the error <code>${fault.error}</code>: ${fault.cause}</p>` : undefined}
${unread.length > 0 ? markup`<p>This page cannot show these entries of the ledger; read them in the evidence: ${unread.join(', ')}.</p>` : undefined}`;

/** Hatchings, so that what failed differs from what is good in more than its colour. */
const textures = markup`<svg width="0" height="0" class="textures" aria-hidden="true"><defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ink" width="2" height="6"/></pattern>
<pattern id="failed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ink strong" width="1.5" height="6"/></pattern>
<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle class="ink" cx="3" cy="3" r="1.2"/></pattern>
</defs></svg>`;
