import { decide } from '../../../lambdas/decision/decide';
import type { Facts, QuestionFact, VoteFact } from '../../../lambdas/decision/facts';
import { factsOfALoss, vote } from './facts-of-a-loss';

/**
 * Every combination of what matters to a verdict, held against the requirements as SAFETY.md words them, not against the
 * rules: a verdict is `proceed` if, and only if, each of them allows it.
 */

/** All that one observer can say; `counts` is what S1 makes of it. */
interface Word {
  readonly counts: 'lasting loss' | 'young loss' | 'health' | 'nothing';
  readonly vote: (observer: string) => VoteFact | undefined;
}

const silence: Word = { counts: 'nothing', vote: () => undefined };

const words: readonly Word[] = [
  { counts: 'lasting loss', vote: (observer) => vote(observer, 'down') },
  { counts: 'young loss', vote: (observer) => vote(observer, 'down', { lastedSeconds: 89 }) },
  { counts: 'nothing', vote: (observer) => vote(observer, 'down', { ageSeconds: 46 }) },
  { counts: 'health', vote: (observer) => vote(observer, 'healthy') },
  silence,
];

/** More that S1 to S3 take for nothing; the second test shows that they are as good as silence. */
const asGoodAsSilence: readonly Word[] = [
  { counts: 'nothing', vote: (observer) => vote(observer, 'down', { ageSeconds: 46 }) },
  { counts: 'nothing', vote: (observer) => vote(observer, 'healthy', { ageSeconds: -3 }) },
  { counts: 'nothing', vote: (observer) => vote(observer, 'healthy', { ageSeconds: 46 }) },
  { counts: 'nothing', vote: (observer) => vote(observer, 'unknown') },
  { counts: 'nothing', vote: (observer) => vote(observer, 'abstains') },
];

const TARGET = 'us-west-2';
const OBSERVERS = [TARGET, 'us-east-2', 'eu-west-1'] as const;

/** One value of a dimension: how it changes the facts, and which requirement it breaks, if any. */
interface Value {
  readonly name: string;
  readonly breaks?: string;
  readonly change: (facts: Facts) => Facts;
}

const good = (name: string, change: Value['change'] = (facts) => facts): Value => ({ name, change });
const bad = (breaks: string, name: string, change: Value['change']): Value => ({ name, breaks, change });

const inAuthority =
  (more: Partial<NonNullable<Facts['authority']>>): Value['change'] =>
  (facts) => ({ ...facts, ...(facts.authority ? { authority: { ...facts.authority, ...more } } : {}) });

const losing =
  (...losses: readonly Partial<Facts['losses'][number]>[]): Value['change'] =>
  (facts) => ({
    ...facts,
    losses: losses.map((more) => ({
      resource: 'orders',
      allowed: true,
      boundSeconds: 41,
      because: 'of the test',
      ...more,
    })),
  });

const ready =
  (...says: readonly Facts['readiness'][number]['says'][]): Value['change'] =>
  (facts) => ({ ...facts, readiness: says.map((one) => ({ resource: 'orders', says: one, because: 'of the test' })) });

const mode =
  (named: Facts['automation']['mode']): Value['change'] =>
  (facts) => ({ ...facts, automation: { ...facts.automation, mode: named } });

const dimensions: Readonly<Record<string, readonly Value[]>> = {
  clock: [good('right'), bad('S11', 'wrong', (facts) => ({ ...facts, clock: { because: 'of the test' } }))],
  authority: [good('known'), bad('S13', 'unreachable', (facts) => ({ ...facts, authority: undefined }))],
  lag: [
    good('bounded', losing({})),
    good('no store', losing()),
    bad('S15', 'over the RPO', losing({ boundSeconds: 301 })),
    bad('S15', 'unknown', losing({ boundSeconds: undefined })),
    bad('S15', 'one of two unknown', losing({}, { boundSeconds: undefined })),
    bad('S15', 'not allowed', losing({ allowed: false })),
  ],
  readiness: [
    good('ready', ready('ready')),
    bad('S18', 'not ready', ready('not-ready')),
    bad('S3', 'unknown', ready('ready', 'unknown')),
  ],
  mode: [
    good('automatic', mode('automatic')),
    bad('S27', 'approve', mode('approve')),
    bad('S27', 'observe', mode('observe')),
  ],
  killSwitch: [
    good('off'),
    bad('S27', 'on', inAuthority({ killSwitch: { by: 'operations', at: '2026-01-06T09:00:00Z' } })),
  ],
  window: [
    good('none'),
    bad('S27', 'quiet', (facts) => ({ ...facts, quiet: { until: 'then', because: 'of the test' } })),
  ],
  coolDown: [good('over'), bad('S26', 'not over', inAuthority({ cooldownLeftSeconds: 1 }))],
  dailyCap: [
    good('not reached', inAuthority({ movesToday: 1 })),
    bad('S26', 'reached', inAuthority({ movesToday: 2 })),
  ],
};

/** What a person may allow (S15, S27); every other requirement holds whatever people say. */
const ASKABLE = /^S15 |^S27 approve$/;

/** Everything that people can have said to this run or to another, and whether it allows to move. */
const answers: readonly { readonly question: QuestionFact; readonly allows: (facts: Facts) => boolean }[] = (
  ['open', 'yes', 'no'] as const
).flatMap((says) =>
  [true, false].flatMap((isOurs) =>
    [true, false].flatMap((stands) =>
      (['any', 41] as const).map((acceptsLossSeconds) => ({
        question: { run: 'run-1', isOurs, says, because: 'of the test', isOver: !stands, stands, acceptsLossSeconds },
        allows: ({ losses }: Facts) =>
          isOurs &&
          says === 'yes' &&
          (acceptsLossSeconds === 'any' || losses.every(({ boundSeconds }) => boundSeconds === 41)),
      })),
    ),
  ),
);

/** S1: two fresh lasting losses, one of them seen from outside suspect and target, and more losses than healths. */
const isQuorum = (said: readonly Word[]): boolean => {
  const lasting = OBSERVERS.filter((_, index) => said[index]!.counts === 'lasting loss');
  const losses = said.filter(({ counts }) => counts.endsWith('loss')).length;
  const healths = said.filter(({ counts }) => counts === 'health').length;
  return (
    lasting.length >= 2 &&
    lasting.some((observer) => observer !== TARGET) &&
    lasting.length > healths &&
    losses > healths
  );
};

/** S15: while the active Region answers somebody, nothing is promoted with loss. */
const losesWhileAnswering = (said: readonly Word[], { losses }: Facts): boolean =>
  losses.length > 0 && said.some(({ counts }) => counts === 'health');

const everyEnvironment = (of: typeof dimensions): { readonly facts: Facts; readonly breaks: readonly string[] }[] =>
  Object.values(of).reduce<{ facts: Facts; breaks: string[] }[]>(
    (points, values) =>
      points.flatMap(({ facts, breaks }) =>
        values.map((value) => ({
          facts: value.change(facts),
          breaks: value.breaks ? [...breaks, `${value.breaks} ${value.name}`] : breaks,
        })),
      ),
    [{ facts: factsOfALoss(), breaks: [] }],
  );

const everySaying = (of: readonly Word[]): Word[][] =>
  OBSERVERS.reduce<Word[][]>((sayings) => sayings.flatMap((said) => of.map((word) => [...said, word])), [[]]);

const withVotes = (facts: Facts, said: readonly Word[]): Facts => ({
  ...facts,
  votes: said.flatMap((word, index) => word.vote(OBSERVERS[index]!) ?? []),
});

const environments = everyEnvironment(dimensions);
const sayings = everySaying(words);

it('S1 S2 S3 S11 S13 S15 S26 S27 proceeds if, and only if, every requirement allows it, at every point', () => {
  const wrong: string[] = [];
  let proceeded = 0;
  for (const said of sayings) {
    const quorum = isQuorum(said);
    for (const { facts, breaks } of environments) {
      const may = quorum && breaks.length === 0 && !losesWhileAnswering(said, facts);
      const asked = withVotes(facts, said);
      const { says, rule } = decide(asked);
      if (says === 'proceed') proceeded += 1;
      if ((says === 'proceed') !== may)
        wrong.push(`${rule} says ${says}: ${JSON.stringify(asked)} (${breaks.join(', ')})`);
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(sayings.length * environments.length).toBeGreaterThan(100_000);
  expect(proceeded).toBeGreaterThan(0);
});

it('S15 S27 lets people allow what only they may, and nothing else, whatever they have said', () => {
  const { lag, readiness, mode: modes, killSwitch } = dimensions;
  const few = everyEnvironment({ lag: lag!, readiness: readiness!, modes: modes!, killSwitch: killSwitch! });
  const wrong: string[] = [];
  const kept = everySaying(words.filter(({ counts }) => counts !== 'young loss'));
  for (const said of kept) {
    for (const { facts, breaks } of few) {
      for (const { question, allows } of answers) {
        const asks = losesWhileAnswering(said, facts) || breaks.some((broken) => ASKABLE.test(broken));
        const saidNo = question.says === 'no' && (question.isOurs || question.stands);
        const may =
          isQuorum(said) && !saidNo && breaks.every((broken) => ASKABLE.test(broken)) && (!asks || allows(facts));
        const { says, rule } = decide({ ...withVotes(facts, said), question });
        if ((says === 'proceed') !== may) wrong.push(`${rule} says ${says}: ${JSON.stringify({ question, breaks })}`);
      }
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(few.length * kept.length * answers.length).toBeGreaterThan(100_000);
});

it('S2 S3 S8 takes a stale, early or unknown vote, and an abstention, for no vote at all', () => {
  const differs = everySaying([...words, ...asGoodAsSilence]).filter((said) => {
    const quiet = said.map((word) => (word.counts === 'nothing' ? silence : word));
    return environments
      .slice(0, 40)
      .some(({ facts }) => decide(withVotes(facts, said)).says !== decide(withVotes(facts, quiet)).says);
  });
  expect(differs).toEqual([]);
});
