import type { Entries, AssessmentEntry, VoteEntry } from './ledger-entries';
import { markup, type Markup } from './markup';
import { said } from './said';
import { table } from './table';
import type { TimeAxis } from './time-axis';
import { durationInWords, moment, prose, stopped, timeOfDay } from './words';

/** Who voted what, and which rule decided: the last assessment in full, every one in a table. */
export const decision = ({ assessments, findings, lead }: Entries, axis: TimeAxis): Markup => {
  const last = assessments.at(-1);
  if (!last) return findings.length > 0 ? lookings(findings) : markup`<p>The run assessed nothing.</p>`;
  return markup`
<p>Woken by ${article(last.facts.signal.from)}: ${stopped(last.facts.signal.because)}</p>
<p class="ruling">${said(last.says)} at ${timeOfDay(last.at)}, by the rule <code>${last.rule}</code>: ${stopped(last.because)}</p>
${lead ? leading(lead) : undefined}
${last.opinions.length > 1 ? opinionTable(last) : undefined}
${voteTable(last)}
${findingTable(last)}
${last.facts.advice.length > 0 ? adviceTable(last) : undefined}
${assessments.length > 1 ? allAssessments(assessments, axis) : undefined}`;
};

const leading = ({ led, at, because, votes }: NonNullable<Entries['lead']>): Markup => markup`
<p>The lead was ${led ? '' : 'not '}taken at ${timeOfDay(at)}: ${stopped(because)} It relied on
${votes.map(({ observer, says }) => `${observer} (${says})`).join(' and ')}.</p>`;

const lookings = (all: Entries['findings']): Markup =>
  table(
    'What the run found when it looked',
    ['At', 'Says', 'Because'],
    all.flatMap(({ at, findings }) => findings.map(({ says, because }) => [timeOfDay(at), said(says), prose(because)])),
  );

const article = (from: string): string => (/^[aeiou]/.test(from) ? `an ${from}` : `a ${from}`);

/** What else stood in the way: the first rule decided, and those after it would have. */
const opinionTable = ({ opinions }: AssessmentEntry): Markup =>
  table(
    'Every rule with an opinion, in their order',
    ['Rule', 'Says', 'Because'],
    opinions.map(({ rule, says, because, decides }) => [
      markup`<code>${rule}</code>${decides ? ' (decided)' : undefined}`,
      said(says),
      prose(because),
    ]),
  );

const voteTable = ({ facts, at }: AssessmentEntry): Markup =>
  table(
    `Votes on ${facts.suspect}, as they stood at the last assessment`,
    ['Observer', 'Says', 'Since', { number: 'For' }, { number: 'Age' }, 'Because'],
    facts.votes.map((vote) => [
      vote.observer,
      said(vote.says),
      timeOfDay(sinceOf(vote, at)),
      `${vote.lastedSeconds.toFixed(1)} s`,
      `${vote.ageSeconds.toFixed(1)} s`,
      prose(vote.because),
    ]),
  );

const sinceOf = ({ ageSeconds, lastedSeconds }: VoteEntry, at: string): string =>
  new Date(Date.parse(at) - (ageSeconds + lastedSeconds) * 1000).toISOString();

const findingTable = ({ facts }: AssessmentEntry): Markup =>
  table(
    'What would be lost, and what could take over',
    ['Resource', 'Says', 'Because'],
    [
      ...facts.losses.map(({ resource, boundSeconds, because }) => [
        resource,
        boundSeconds === undefined ? said('unknown') : `loses at most ${durationInWords(boundSeconds)}`,
        prose(because),
      ]),
      ...facts.readiness.map(({ resource, says, because }) => [resource, said(says), prose(because)]),
    ],
  );

const adviceTable = ({ facts }: AssessmentEntry): Markup =>
  table(
    'What AWS Health said, as advice: no rule reads it',
    ['At', 'Says'],
    facts.advice.map(({ at, because }) => [timeOfDay(at), prose(because)]),
  );

const allAssessments = (assessments: readonly AssessmentEntry[], axis: TimeAxis): Markup => markup`
<details><summary>All ${assessments.length} assessments</summary>
${table(
  'Every assessment: the first rule with an opinion decides',
  ['At', 'Verdict', 'Rule', 'Because', 'Votes'],
  assessments.map(({ at, says, rule, because, facts }) => [
    moment(axis, at),
    said(says),
    markup`<code>${rule}</code>`,
    prose(because),
    facts.votes.map(
      (vote) => markup`${vote.observer} ${said(vote.says)} for ${durationInWords(vote.lastedSeconds)}<br>`,
    ),
  ]),
)}</details>`;
