import { Command } from 'commander';
import { canaries } from '../rehearsal/soak/canaries/all';
import { hunt, type Finding, type Hunt } from '../rehearsal/soak/canaries/hunt';
import { pattern, wholeNumber } from './arguments';

/** Exit codes: 0 every canary was found, 1 not so, 2 bad input. */
const MISSED = 1;
const BAD_INPUT = 2;

interface Options extends Hunt {
  readonly only?: RegExp;
  readonly json: boolean;
}

const tell = ({ canary, found, runs, seed, invariants, brokenAnyway }: Finding): string =>
  [
    found
      ? `found  ${canary}: ${invariants.join(', ')} with seed ${seed}, after ${runs} runs`
      : `MISSED ${canary}: ${runs} runs broke nothing that holds without it`,
    ...brokenAnyway.map((one) => `       seed ${one} breaks the same without the bug`),
  ].join('\n');

/** A soak shows its own progress on a terminal, but not of what. */
const say = (what: string): void => {
  if (process.stderr.isTTY) console.error(what);
};

const main = (): void => {
  const command = new Command('soak:canaries')
    .description(
      'Plants one bug after the other in a copy of the sources, and soaks until something breaks that holds without it.',
    )
    .option('--runs <number>', 'how many for each bug, at most', wholeNumber(1, 100_000), 300)
    .option('--seed <number>', 'the seed of the first run', wholeNumber(0, 999_999_999), 1)
    .option('--jobs <number>', 'so many at once, each in a process', wholeNumber(1, 64), 2)
    .option('--only <pattern>', 'plant only bugs whose name matches', pattern)
    .option('--json', 'print one JSON object and nothing else', false)
    .addHelpText('after', '\nExit codes: 0 every canary was found, 1 not so, 2 bad input.')
    .exitOverride((exit) => process.exit(exit.exitCode === 0 ? 0 : BAD_INPUT));
  const { only, json, ...wanted } = command.parse().opts<Options>();
  const chosen = canaries.filter(({ name }) => only?.test(name) ?? true);
  const findings = chosen.map((canary, index) => {
    say(`planting ${index + 1} of ${chosen.length}: ${canary.name}`);
    const finding = hunt(canary, wanted);
    if (!json) console.log(tell(finding));
    return finding;
  });
  const found = findings.filter((one) => one.found).length;
  console.log(
    json ? JSON.stringify({ found, of: findings.length, findings }, null, 2) : `${found} of ${findings.length} found`,
  );
  if (found < findings.length) process.exitCode = MISSED;
};

main();
