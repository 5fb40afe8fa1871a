import type { Evidence, Outcome } from '../compose';
import { headline, seenDown } from './headline';
import type { Entries } from './ledger-entries';
import { markup, type Markup } from './markup';
import type { Rehearsed } from './rehearsed';
import { date, durationInWords, figure, prose, stopped, timeOfDay } from './words';

type Tone = 'good' | 'plain' | 'open' | 'bad';

const TONES: Readonly<Record<Outcome, Tone>> = {
  moved: 'good',
  completed: 'good',
  held: 'plain',
  aborted: 'open',
  'needs-a-person': 'bad',
};

/** The top of the page: the outcome, the sentence behind it, and the figures that people ask for first. */
export const verdict = (evidence: Evidence, entries: Entries, rehearsed: Rehearsed | undefined): Markup => markup`
<header class="${toneOf(evidence, entries)}">
${rehearsed ? rehearsalNote(rehearsed) : undefined}
<p class="outcome"><b>${evidence.outcome}</b> ${evidence.journey} of ${evidence.application}</p>
<h1>${prose(headline(evidence, entries))}</h1>
<p class="lead">${story(evidence)}</p>
${evidence.measured.rtoSeconds === null ? undefined : tiles(evidence, rehearsed)}
</header>`;

/** Holding is right while all is well; while a Region is down, somebody must look. */
const toneOf = ({ outcome }: Evidence, entries: Entries): Tone =>
  outcome === 'held' && seenDown(entries) !== undefined ? 'bad' : TONES[outcome];

const rehearsalNote = ({ scenario, summary, seed, problems }: Rehearsed): Markup => markup`
<p class="rehearsal"><b>Rehearsal</b> in a simulated AWS, nothing real has happened. Scenario ${scenario}, seed ${seed}: ${stopped(summary)}
${problems.length === 0 ? 'It came out as expected.' : markup`It did not come out as expected: ${problems.join('; ')}.`}</p>`;

const story = (evidence: Evidence): Markup => {
  const { outcome, because, endedAt } = evidence;
  if (outcome === 'moved') return storyOfMove(evidence);
  return markup`The run ended at ${timeOfDay(endedAt)} on ${date(endedAt)} as <b>${outcome}</b>: ${stopped(because)} ${changes(evidence)}`;
};

const storyOfMove = ({ endedAt, milestones, measured, objectives, move, application }: Evidence): Markup => {
  const { lastHealthyAt, verifiedAt = endedAt } = milestones;
  const from = prose(move?.from ?? application);
  const to = prose(move?.to ?? 'the new Region');
  const seen = lastHealthyAt
    ? markup`${from} was last seen healthy at ${timeOfDay(lastHealthyAt)} on ${date(lastHealthyAt)}; names have led to ${to} since ${timeOfDay(verifiedAt)}.`
    : markup`Names have led to ${to} since ${timeOfDay(verifiedAt)} on ${date(verifiedAt)}.`;
  const rto =
    measured.rtoSeconds === null
      ? 'How long users were without service is not known.'
      : markup`Users were without service for at most ${figure(measured.rtoSeconds, 'measured.rtoSeconds')}; the plan allows ${figure(objectives.rtoSeconds, 'objectives.rtoSeconds')}.`;
  const rpo =
    measured.rpoSecondsMax === null
      ? 'How much was lost is not known.'
      : markup`At most ${figure(measured.rpoSecondsMax, 'measured.rpoSecondsMax')} of writes were lost; the plan allows ${figure(objectives.rpoSeconds, 'objectives.rpoSeconds')}.`;
  return markup`${seen} ${rto} ${rpo}`;
};

const changes = ({ steps, lead, fault }: Evidence): string => {
  // Its reason says already that nothing was changed.
  if (fault) return '';
  const acted = steps.filter(({ acted }) => acted).length;
  if (acted > 0)
    return `${acted} ${acted === 1 ? 'step' : 'steps'} may have changed something; see below what each says.`;
  return lead?.['led'] === true ? 'It took the lead, but no step acted.' : 'It changed nothing.';
};

const tiles = ({ measured, objectives, before, after }: Evidence, rehearsed: Rehearsed | undefined): Markup => markup`
<dl class="tiles">
${tile('Without service (RTO)', measured.rtoSeconds, objectives.rtoSeconds, 'measured.rtoSeconds', rehearsed?.users.rtoSeconds)}
${tile('Writes lost (RPO)', measured.rpoSecondsMax, objectives.rpoSeconds, 'measured.rpoSecondsMax', rehearsed?.users.rpoSeconds)}
${after ? markup`<div><dt>May act now</dt><dd>${after.active}</dd><dd class="beside">under epoch ${after.epoch}${before ? `; before, ${before.active} under epoch ${before.epoch}` : ''}</dd></div>` : undefined}
</dl>`;

const tile = (
  name: string,
  seconds: number | null,
  allowed: number,
  of: string,
  seen: number | null | undefined,
): Markup => markup`
<div><dt>${name}</dt>
<dd>${seconds === null ? 'not known' : markup`≤ ${figure(seconds, of)}`}</dd>
<dd class="beside">${against(seconds, allowed)}${typeof seen === 'number' ? `; users saw ${durationInWords(seen)}` : ''}</dd></div>`;

const against = (seconds: number | null, allowed: number): string => {
  const plan = `the plan’s ${durationInWords(allowed)}`;
  if (seconds === null) return `against ${plan}`;
  return seconds <= allowed ? `✓ within ${plan}` : `✗ over ${plan}`;
};
