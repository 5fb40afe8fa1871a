import Table from 'cli-table3';
import type { Explanation, RuleOpinion } from '../../lambdas/decision/explain';
import { colours } from '../report/colours';

const COLOURS = { proceed: colours.green, ask: colours.yellow, wait: colours.yellow, hold: colours.red };

/** The verdict in a sentence, then every rule in order with its opinion. */
export const tell = ({ verdict, opinions }: Explanation): string => {
  const drawn = new Table({
    head: ['rule', 'says', 'because'],
    style: { head: [], border: [], compact: true },
    colWidths: [undefined as unknown as number, 10, 80],
    wordWrap: true,
  });
  for (const opinion of opinions) drawn.push(row(opinion));
  return [
    `${COLOURS[verdict.says](verdict.says)}, by ${verdict.rule}: ${verdict.because}`,
    drawn.toString(),
    colours.dim('→ decided; the rules below it say what would stand in the way next; – leaves it to others'),
  ].join('\n');
};

const row = ({ rule, says, because = '', decides }: RuleOpinion): string[] => [
  `${decides ? '→' : ' '} ${rule}`,
  says ? COLOURS[says](says) : '–',
  because,
];
