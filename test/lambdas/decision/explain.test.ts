import { decide, nameOf, rules } from '../../../lambdas/decision/decide';
import { explain } from '../../../lambdas/decision/explain';
import { factsOfALoss, vote } from './facts-of-a-loss';

const authority = factsOfALoss().authority!;

it('gives the verdict of decide, and every rule in its order', () => {
  const facts = factsOfALoss();
  const { verdict, opinions } = explain(facts);
  expect({ ...verdict, facts }).toEqual(decide(facts));
  expect(opinions.map(({ rule }) => rule)).toEqual(rules.map(nameOf));
  expect(opinions.filter(({ says }) => says)).toEqual([
    { rule: 'proceed-when-the-loss-is-certain', says: 'proceed', because: verdict.because, decides: true },
  ]);
});

it('tells what would stand in the way next, behind the rule that decides, and never that it would proceed', () => {
  const { opinions } = explain(
    factsOfALoss({
      authority: {
        ...authority,
        killSwitch: { by: 'operations', at: '2026-01-06T09:00:00Z' },
        cooldownLeftSeconds: 60,
      },
      losses: [{ resource: 'orders', allowed: true, because: 'nobody sampled it' }],
    }),
  );
  expect(opinions.flatMap(({ rule, says, decides }) => (says ? [[rule, says, decides]] : []))).toEqual([
    ['hold-when-the-kill-switch-is-on', 'hold', true],
    ['hold-during-the-cool-down', 'hold', false],
    ['ask-when-the-loss-is-unknown', 'ask', false],
    ['ask-when-too-much-would-be-lost', 'ask', false],
  ]);
});

it('holds in the name of the rule whose patience ended', () => {
  const { verdict, opinions } = explain(factsOfALoss({ runSeconds: 601, votes: [vote('us-east-2', 'down')] }));
  expect(verdict).toMatchObject({ says: 'hold', rule: 'wait-while-too-few-report-the-loss' });
  expect(opinions.find(({ decides }) => decides)).toMatchObject({ says: 'hold', rule: verdict.rule });
});
