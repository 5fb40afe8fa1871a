import { nameOf, rules } from '../../lambdas/decision/decide';
import type { Finding, Soak } from './soak';
import { momentLine } from '../report/text';
import { reachableFaults } from './reached';
import { showReplay } from './read-replay';
import type { Trial } from './trial';

/** What `soak --json` prints: one object for scripts; a field never changes its meaning. */
export const toResult = (
  soak: Soak,
  { seed, states }: { readonly seed: number; readonly states: readonly string[] },
) => ({
  runs: soak.runs,
  seed,
  violations: soak.findings.map(({ trial, shrunk, violations }) => ({
    seed: trial.seed,
    plan: trial.plan,
    scenario: trial.scenario,
    violations,
    spells: trial.spells,
    shrunk: shrunk.spells,
    replay: replayOf(trial),
    replayShrunk: showReplay(shrunk),
  })),
  outcomes: soak.outcomes,
  coverage: soak.counts,
  neverReached: neverReached(soak, states),
  runsPerSecond: Number((soak.runs / soak.seconds).toFixed(2)),
  digest: soak.digest,
});

/** What could have been reached and never was: faults that passed, rules that decided, states that were entered. */
const neverReached = ({ counts }: Soak, states: readonly string[]) => ({
  faults: missing(reachableFaults, counts.faults),
  rules: missing(rules.map(nameOf), counts.rules),
  states: missing(states, counts.states),
});

const missing = (all: readonly string[], reached: Readonly<Record<string, number>>): string[] =>
  [...new Set(all)].filter((one) => reached[one] === undefined);

/** One plan and one scenario take as many draws as a choice among all. */
const replayOf = ({ plan, scenario, seed }: Trial): string =>
  `npm run soak -- --runs 1 --seed ${seed} --plan ${plan} --scenario ${scenario}`;

/** The soak in words. */
export const tell = (soak: Soak, of: Parameters<typeof toResult>[1]): string => {
  const { runs, violations, outcomes, neverReached: never, runsPerSecond, digest } = toResult(soak, of);
  const broken = violations.length === 0 ? 'no invariant was violated' : `${violations.length} runs broke an invariant`;
  return [
    ...soak.findings.map(tellOne),
    `${runs} runs from seed ${of.seed}: ${broken}`,
    ...Object.entries(outcomes).map(([outcome, count]) => `  ${outcome.padEnd(24)} ${count}`),
    ...Object.entries(never).flatMap(([what, list]) =>
      list.length === 0 ? [] : [`never reached, ${what}: ${list.join(', ')}`],
    ),
    `${runsPerSecond} runs a second; digest ${digest}`,
  ].join('\n');
};

const tellOne = ({ trial, shrunk, violations }: Finding): string =>
  [
    `seed ${trial.seed}: ${trial.scenario} of ${trial.plan}`,
    ...violations.flatMap(({ invariant, because, timeline }) => [
      `  ${invariant} is violated: ${because}`,
      ...timeline.map((moment) => `    ${momentLine(moment)}`),
    ]),
    ...shrunk.spells.map(
      ({ fault, fromSeconds, forSeconds }) =>
        `  with ${fault} from ${fromSeconds} s after the strike for ${forSeconds} s`,
    ),
    `  replay: ${replayOf(trial)}`,
    `  shrunk: ${showReplay(shrunk)}`,
    '',
  ].join('\n');
