import Table from 'cli-table3';
import { colours as pc } from './colours';
import type { Row } from '../all';

const HEAD = ['scenario', 'journey', 'expected', 'outcome', 'RTO', 'RPO', 'met', 'first problem'];
/** Without a terminal a line may be as long as it likes. */
const PROBLEM_WIDTH = 60;

/** The scenarios of a plan and what came of each, one a line; `fits` breaks long problems for a terminal. */
export const table = (rows: readonly Row[], { fits }: { readonly fits: boolean }): string => {
  const drawn = new Table({
    head: HEAD,
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'left', 'left', 'left', 'right', 'right', 'left', 'left'],
    ...(fits ? { colWidths: [null, null, null, null, null, null, null, PROBLEM_WIDTH], wordWrap: true } : {}),
  });
  for (const row of rows) drawn.push(cells(row));
  return `${drawn.toString()}\n${verdict(rows)}`;
};

const cells = ({ scenario, journey, expected, outcome, rtoSeconds, rpoSeconds, met, problems }: Row): string[] => [
  scenario,
  journey,
  expected,
  outcome ?? '–',
  seconds(rtoSeconds),
  seconds(rpoSeconds),
  met ? pc.green('yes') : pc.red('no'),
  problems[0] ?? '',
];

const seconds = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} s`);

const verdict = (rows: readonly Row[]): string => {
  const unmet = rows.filter(({ met }) => !met);
  return unmet.length === 0
    ? pc.green(`all ${rows.length} scenarios came out as expected`)
    : pc.red(`${unmet.length} of ${rows.length} scenarios did not come out as expected`);
};
