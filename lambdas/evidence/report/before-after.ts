import type { Standing } from '../../authority/standing';
import type { Evidence } from '../compose';
import type { Entries } from './ledger-entries';
import { markup, type Markup, type Part } from './markup';
import { table } from './table';
import { prose } from './words';

/** Who could act and who got users before and after the run, and each resource that it changed. */
export const beforeAfter = (evidence: Evidence, entries: Entries): Markup =>
  table(
    'What the authority said, and each resource that a step changed',
    ['What', 'Before', 'After'],
    [...authorityRows(evidence), ...resourceRows(evidence, entries)],
  );

const authorityRows = ({ before, after }: Evidence): Part[][] => {
  const compared = (what: string, of: (standing: Standing) => string): Part[] =>
    row(what, before && of(before), after ? of(after) : 'not known');
  return [
    compared('Active Region', ({ active }) => active),
    compared('Epoch', ({ epoch }) => String(epoch)),
    compared('Gates may be open in', ({ leasedTo }) => leasedTo ?? 'no Region'),
    compared('Users are sent to', ({ traffic }) => sentTo(traffic)),
  ];
};

/** How a resource was found before anything was done, and the last word of the last step that changed it. */
const resourceRows = ({ steps }: Evidence, { assessments }: Entries): Part[][] => {
  const found = assessments[0]?.facts.readiness ?? [];
  const changed = new Map(
    steps
      .filter(({ phase, acted }) => acted && !CHECKING.has(phase))
      .map(({ resource, because }) => [resource, because] as const),
  );
  return [...changed].map(([resource, because]) =>
    row(resource, found.find((one) => one.resource === resource)?.because, because),
  );
};

/** These try the application out, and leave it as it is. */
const CHECKING: ReadonlySet<string> = new Set(['prove', 'verify']);

const row = (what: string, before: string | undefined, after: string): Part[] => {
  const isOther = before !== undefined && before !== after;
  return [what, prose(before ?? 'not known'), isOther ? markup`<b>${prose(after)}</b>` : prose(after)];
};

const sentTo = (traffic: Standing['traffic']): string =>
  Object.keys(traffic)
    .filter((region) => traffic[region])
    .join(', ');
