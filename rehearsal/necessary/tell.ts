import Table from 'cli-table3';
import { colours as pc } from '../report/colours';
import type { Findings } from './examine';
import { listed, type Listed } from './listed';
import { nameOf, type Part } from './part';

/** What is wrong with the findings, one a line; empty when every part is needed or listed. */
export const findUnexplained = ({ unnoticed, stale }: Findings): string[] => [
  ...unnoticed.map((part) => `nothing needs ${nameOf(part)}, which says ${shortened(part.text)}`),
  ...stale.map(({ part, noticed }) => `${nameOf(part)} is listed, but ${noticed.by} notices: ${noticed.because}`),
];

/** Entries of the list that speak of no part; only a full examination can tell. */
export const findUnused = ({ excused }: Findings): Listed[] =>
  listed.filter((entry) => !excused.some((one) => one.entry === entry));

/** What `necessary --json` prints. */
export const toResult = (findings: Findings) => ({
  met: findUnexplained(findings).length === 0,
  needed: countBy(findings.needed, ({ noticed }) => noticed.by),
  listed: listed.map((entry) => ({
    because: entry.because,
    parts: findings.excused.filter((one) => one.entry === entry).length,
  })),
  unnoticed: findings.unnoticed.map(nameOf),
  stale: findings.stale.map(({ part, noticed }) => ({ part: nameOf(part), ...noticed })),
});

/** A table by resource type, and what was noticed by which scenario. */
export const tell = (findings: Findings): string => {
  const { needed, excused, unnoticed } = findings;
  const drawn = new Table({
    head: ['resource type', 'refused at deployment', 'noticed in a rehearsal', 'listed', 'not noticed'],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', 'right', 'right', 'right', 'right'],
  });
  const rehearsed = needed.filter(({ noticed }) => noticed.by !== 'deployment');
  const counts = [
    countBy(
      needed.filter((one) => !rehearsed.includes(one)).map(({ part }) => part),
      typeOf,
    ),
    countBy(
      rehearsed.map(({ part }) => part),
      typeOf,
    ),
    countBy(
      excused.map(({ part }) => part),
      typeOf,
    ),
    countBy(unnoticed, typeOf),
  ];
  const types = [...new Set(counts.flatMap(Object.keys))].sort();
  for (const type of types) drawn.push([type, ...counts.map((count) => count[type] ?? 0)]);
  const byScenario = Object.entries(countBy(rehearsed, ({ noticed }) => noticed.by));
  const unexplained = findUnexplained(findings);
  return [
    drawn.toString(),
    `noticed by ${byScenario.map(([name, count]) => `${name} ${count}`).join(', ')}`,
    ...(unexplained.length === 0
      ? [pc.green('every part is needed, or listed with its reason')]
      : unexplained.map((line) => pc.red(line))),
  ].join('\n');
};

const typeOf = ({ type }: Part): string => type;

const countBy = <T>(all: readonly T[], keyOf: (one: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of all) counts[keyOf(one)] = (counts[keyOf(one)] ?? 0) + 1;
  return counts;
};

const shortened = (text: string): string => (text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text);
const TEXT_MAX = 160;
