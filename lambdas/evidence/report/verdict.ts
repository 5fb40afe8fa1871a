import type { Evidence, Outcome } from '../compose';
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

/** What came of the run, as one would say it on the phone. */
export const headline = (evidence: Evidence, entries: Entries): string => {
  const down = seenDown(entries);
  const { application, outcome, journey, move, lead } = evidence;
  switch (outcome) {
    case 'moved':
      return move ? `${application} moved from ${move.from} to ${move.to}` : `${application} moved`;
    case 'held':
      if (journey !== 'failover') return `The ${journey} of ${application} found nothing to do`;
      if (down) return `This run did not move ${application}, and ${down} is seen down`;
      return evidence.after ? `${application} stays in ${evidence.after.active}` : `${application} stays where it is`;
    case 'aborted':
      return lead
        ? `The ${journey} of ${application} was given up and undone`
        : `The ${journey} of ${application} never began`;
    case 'needs-a-person':
      return `${application} needs a person now`;
    case 'completed':
      return `The ${journey} of ${application} is complete`;
  }
};

/** The top of the page: the outcome, the stopped behind it, and the figures that people ask for first. */
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

/** The Region that somebody still saw down when the run looked last. */
const seenDown = ({ assessments }: Entries): string | undefined => {
  const facts = assessments.at(-1)?.facts;
  return facts?.votes.some(({ says }) => says === 'down') ? facts.suspect : undefined;
};

const rehearsalNote = ({ scenario, summary, seed, problems }: Rehearsed): Markup => markup`
<p class="rehearsal"><b>Rehearsal</b> in a simulated AWS, nothing real has happened. Scenario ${scenario}, seed ${seed}: ${stopped(summary)}
${problems.length === 0 ? 'It came out as expected.' : markup`It did not come out as expected: ${problems.join('; ')}.`}</p>`;

const story = (evidence: Evidence): Markup => {
  const { outcome, because, endedAt, milestones, measured, objectives, move, application } = evidence;
  if (outcome !== 'moved')
    return markup`The run ended at ${timeOfDay(endedAt)} on ${date(endedAt)} as <b>${outcome}</b>: ${stopped(because)} ${changes(evidence)}`;
  const { lastHealthyAt, verifiedAt = endedAt } = milestones;
  const seen = lastHealthyAt
    ? markup`${prose(move?.from ?? application)} was last seen healthy at ${timeOfDay(lastHealthyAt)} on ${date(lastHealthyAt)}; names`
    : markup`Names`;
  const rto =
    measured.rtoSeconds === null
      ? 'How long users were without service is not known.'
      : markup`Users were without service for at most ${figure(measured.rtoSeconds, 'measured.rtoSeconds')}; the plan allows ${figure(objectives.rtoSeconds, 'objectives.rtoSeconds')}.`;
  const rpo =
    measured.rpoSecondsMax === null
      ? 'How much was lost is not known.'
      : markup`At most ${figure(measured.rpoSecondsMax, 'measured.rpoSecondsMax')} of writes were lost; the plan allows ${figure(objectives.rpoSeconds, 'objectives.rpoSeconds')}.`;
  return markup`${seen} answer ${prose(move?.to ?? 'the new Region')} since ${timeOfDay(verifiedAt)}. ${rto} ${rpo}`;
};

const changes = ({ steps, lead, fault }: Evidence): string => {
  // Its reason says already that nothing was changed.
  if (fault) return '';
  const acted = steps.filter(({ acted }) => acted).length;
  if (acted > 0) return `${acted} ${acted === 1 ? 'step has' : 'steps have'} acted; see below what each says.`;
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
<dd class="beside">${seconds === null ? '' : seconds <= allowed ? '✓ within' : '✗ over'} the plan’s ${durationInWords(allowed)}${
  typeof seen === 'number' ? `; users saw ${durationInWords(seen)}` : ''
}</dd></div>`;
