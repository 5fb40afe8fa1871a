import type { Entries, AssessmentEntry, VoteEntry } from './ledger-entries';
import { markup, type Markup } from './markup';
import { said } from './said';
import { scrolling } from './section';
import type { TimeAxis } from './time-axis';
import { durationInWords, prose, stopped, timeOfDay } from './words';

/** Who voted what, and which rule decided: the last assessment in full, every one in a table. */
export const decision = ({ assessments, findings, lead }: Entries, axis: TimeAxis): Markup => {
  const last = assessments.at(-1);
  if (!last) return findings.length > 0 ? lookings(findings) : markup`<p>The run assessed nothing.</p>`;
  return markup`
<p>Woken by ${article(last.facts.signal.from)}: ${stopped(last.facts.signal.because)}</p>
<p class="ruling">${said(last.says)} at ${timeOfDay(last.at)}, by the rule <code>${last.rule}</code>: ${stopped(last.because)}</p>
${lead ? leading(lead) : undefined}
${voteTable(last)}
${findingTable(last)}
${assessments.length > 1 ? allAssessments(assessments, axis) : undefined}`;
};

const leading = ({ led, at, because, votes }: NonNullable<Entries['lead']>): Markup => markup`
<p>The lead was ${led ? '' : 'not '}taken at ${timeOfDay(at)}: ${stopped(because)} It relied on
${votes.map(({ observer, says }) => `${observer} (${says})`).join(' and ')}.</p>`;

const lookings = (all: Entries['findings']): Markup => markup`
<ul>${all.map(({ at, findings }) => findings.map(({ says, because }) => markup`<li>${timeOfDay(at)} ${said(says)}: ${stopped(because)}</li>`))}</ul>`;

const article = (from: string): string => (/^[aeiou]/.test(from) ? `an ${from}` : `a ${from}`);

const voteTable = ({ facts, at }: AssessmentEntry): Markup =>
  scrolling(
    'Votes',
    markup`<table><caption>Votes on ${facts.suspect}, as they stood at the last assessment</caption>
<thead><tr><th scope="col">Observer</th><th scope="col">Says</th><th scope="col">Since</th><th scope="col" class="number">For</th><th scope="col" class="number">Age</th><th scope="col">Because</th></tr></thead>
<tbody>${facts.votes.map(
      (vote) => markup`
<tr><th scope="row">${vote.observer}</th><td>${said(vote.says)}</td><td>${timeOfDay(sinceOf(vote, at))}</td>
<td class="number">${vote.lastedSeconds.toFixed(1)} s</td><td class="number">${vote.ageSeconds.toFixed(1)} s</td><td>${prose(vote.because)}</td></tr>`,
    )}</tbody></table>`,
  );

const sinceOf = ({ ageSeconds, lastedSeconds }: VoteEntry, at: string): string =>
  new Date(Date.parse(at) - (ageSeconds + lastedSeconds) * 1000).toISOString();

const findingTable = ({ facts }: AssessmentEntry): Markup =>
  scrolling(
    'What would be lost, and what could take over',
    markup`<table><caption>What would be lost, and what could take over</caption>
<thead><tr><th scope="col">Resource</th><th scope="col">Says</th><th scope="col">Because</th></tr></thead>
<tbody>${facts.losses.map(
      ({ resource, boundSeconds, because }) => markup`
<tr><th scope="row">${resource}</th><td>${boundSeconds === undefined ? said('unknown') : `loses at most ${durationInWords(boundSeconds)}`}</td><td>${prose(because)}</td></tr>`,
    )}${facts.readiness.map(
      ({ resource, says, because }) => markup`
<tr><th scope="row">${resource}</th><td>${said(says)}</td><td>${prose(because)}</td></tr>`,
    )}</tbody></table>`,
  );

const allAssessments = (assessments: readonly AssessmentEntry[], axis: TimeAxis): Markup => markup`
<details><summary>All ${assessments.length} assessments</summary>
${scrolling(
  'All assessments',
  markup`<table><caption>Every assessment: the first rule with an opinion decides</caption>
<thead><tr><th scope="col">At</th><th scope="col">Verdict</th><th scope="col">Rule</th><th scope="col">Because</th><th scope="col">Votes</th></tr></thead>
<tbody>${assessments.map(
    ({ at, says, rule, because, facts }) => markup`
<tr><th scope="row">${axis.offset(Date.parse(at))}<br>${timeOfDay(at)}</th><td>${said(says)}</td><td><code>${rule}</code></td><td>${prose(because)}</td>
<td>${facts.votes.map((vote) => markup`${vote.observer} ${said(vote.says)} for ${durationInWords(vote.lastedSeconds)}<br>`)}</td></tr>`,
  )}</tbody></table>`,
)}</details>`;
