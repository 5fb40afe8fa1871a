import type { Standing } from '../../authority/standing';
import type { Evidence } from '../compose';
import type { Entries } from './ledger-entries';
import { markup, type Markup } from './markup';
import { scrolling } from './section';
import { prose } from './words';

/** Who could act and who got users before and after the run, and each resource that it changed. */
export const beforeAfter = (evidence: Evidence, entries: Entries): Markup =>
  scrolling(
    'Before and after',
    markup`<table><caption>What the authority said, and each resource that a step changed</caption>
<thead><tr><th scope="col">What</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
<tbody>
${authorityRows(evidence)}
${resourceRows(evidence, entries)}
</tbody></table>`,
  );

const authorityRows = ({ before, after }: Evidence): Markup[] => {
  const compared = (what: string, of: (standing: Standing) => string): Markup =>
    row(what, before ? of(before) : 'not known', after ? of(after) : 'not known');
  return [
    compared('Active Region', ({ active }) => active),
    compared('Epoch', ({ epoch }) => String(epoch)),
    compared('Gates may be open in', ({ leasedTo }) => leasedTo ?? 'no Region'),
    compared('Users are sent to', ({ traffic }) => sentTo(traffic)),
  ];
};

/** How a resource was found before anything was done, and the last word of the last step that changed it. */
const resourceRows = ({ steps }: Evidence, { assessments }: Entries): Markup[] => {
  const found = assessments[0]?.facts.readiness ?? [];
  const changed = new Map(
    steps
      .filter(({ phase, acted }) => acted && CHANGING.has(phase))
      .map(({ resource, because }) => [resource, because] as const),
  );
  return [...changed].map(([resource, because]) =>
    row(resource, found.find((one) => one.resource === resource)?.because ?? 'not looked at', because),
  );
};

/** The other phases only look. */
const CHANGING: ReadonlySet<string> = new Set(['fence', 'promote', 'scale', 'openGate', 'shift']);

const row = (what: string, before: string, after: string): Markup => markup`
<tr${before === after ? undefined : markup` class="changed"`}><th scope="row">${what}</th><td>${prose(before)}</td><td>${prose(after)}</td></tr>`;

const sentTo = (traffic: Standing['traffic']): string =>
  Object.keys(traffic)
    .filter((region) => traffic[region])
    .join(', ');
