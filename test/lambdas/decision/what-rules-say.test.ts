import { rules } from '../../../lambdas/decision/decide';
import type { Facts } from '../../../lambdas/decision/facts';
import { askWhenNoLossIsAllowed } from '../../../lambdas/decision/rules/ask-when-no-loss-is-allowed';
import { askWhenTheLossIsUnknown } from '../../../lambdas/decision/rules/ask-when-the-loss-is-unknown';
import { askWhenTheSuspectStillAnswersSomebody } from '../../../lambdas/decision/rules/ask-when-the-suspect-still-answers-somebody';
import { askWhenTooMuchWouldBeLost } from '../../../lambdas/decision/rules/ask-when-too-much-would-be-lost';
import { askWhileABreakGlassIsInForce } from '../../../lambdas/decision/rules/ask-while-a-break-glass-is-in-force';
import { holdDuringAQuietTime } from '../../../lambdas/decision/rules/hold-during-a-quiet-time';
import { holdWhenPeopleSaidNo } from '../../../lambdas/decision/rules/hold-when-people-said-no';
import { holdWhenTheTargetIsNotReady } from '../../../lambdas/decision/rules/hold-when-the-target-is-not-ready';
import { proceedWhenTheLossIsCertain } from '../../../lambdas/decision/rules/proceed-when-the-loss-is-certain';
import { waitWhileNobodyOutsideReportsTheLoss } from '../../../lambdas/decision/rules/wait-while-nobody-outside-reports-the-loss';
import { waitWhileReadinessIsUnknown } from '../../../lambdas/decision/rules/wait-while-readiness-is-unknown';
import { waitWhileTheTargetIsNotSeenHealthy } from '../../../lambdas/decision/rules/wait-while-the-target-is-not-seen-healthy';
import { waitWhileTooFewReportTheLoss } from '../../../lambdas/decision/rules/wait-while-too-few-report-the-loss';
import type { Rule } from '../../../lambdas/decision/verdict';
import { factsOfALoss, vote } from './facts-of-a-loss';

/** What one rule says by itself: `explain` shows it where another rule decides, and people act on its sentence. */
const sentence = (rule: Rule, more: Partial<Facts>) => rule(factsOfALoss(more))?.because;

const loss = (resource: string, more: Partial<Facts['losses'][number]> = {}) => ({
  resource,
  allowed: true,
  because: `${resource} of the test`,
  ...more,
});
const of = (says: 'not-ready' | 'unknown') =>
  ['orders', 'web'].map((resource) => ({ resource, says, because: `${resource} is ${says}` }));
const { authority, signal } = factsOfALoss();

it('names who agrees, on what and for how long when the loss is certain', () => {
  expect(sentence(proceedWhenTheLossIsCertain, {})).toBe(
    'us-west-2, us-east-2 agree that us-east-1 is down for 90 s or longer, and us-west-2 is ready',
  );
});

it.each<[string, Rule, Partial<Facts>, string]>([
  [
    'S15 every store whose loss needs a word',
    askWhenNoLossIsAllowed,
    { losses: [loss('orders', { allowed: false }), loss('carts'), loss('users', { allowed: false })] },
    'orders, users: the plan does not say allowDataLoss',
  ],
  [
    'S15 why each loss is unknown',
    askWhenTheLossIsUnknown,
    { losses: [loss('orders'), loss('carts', { boundSeconds: 1 }), loss('users')] },
    'nobody knows how much would be lost: orders of the test; users of the test',
  ],
  [
    'S15 each loss beyond the budget',
    askWhenTooMuchWouldBeLost,
    { losses: [loss('orders', { boundSeconds: 301 }), loss('carts', { boundSeconds: 300 }), loss('users')] },
    'more than 300 s of writes could be lost: orders of the test; users of the test',
  ],
  [
    'S14 whose break-glass it is, until when and why, and what a person can do about it',
    askWhileABreakGlassIsInForce,
    { authority: { ...authority!, breakGlass: { until: '11:00', by: 'me', reason: 'hosts', leftSeconds: 999 } } },
    'us-east-1 may write until 11:00 by the break-glass of me (hosts); wait for it, or start the failover with "fenced" and how you know that nothing writes there',
  ],
  [
    'S18 why each resource is not ready',
    holdWhenTheTargetIsNotReady,
    { readiness: of('not-ready') },
    'us-west-2 is not ready: orders is not-ready; web is not-ready',
  ],
  [
    'S3 why readiness is unknown',
    waitWhileReadinessIsUnknown,
    { readiness: of('unknown') },
    'nobody knows whether us-west-2 is ready: orders is unknown; web is unknown',
  ],
  [
    'S1 that it would take over by its own word',
    waitWhileNobodyOutsideReportsTheLoss,
    { votes: [vote('us-west-2', 'down'), vote('us-east-2', 'unknown')] },
    'only us-west-2 reports the loss, and it would take over; one from outside must agree',
  ],
  [
    'S1 the only one who reports the loss',
    waitWhileTooFewReportTheLoss,
    { votes: [vote('us-east-2', 'down')] },
    'us-east-2 reports the loss of us-east-1; 2 observers must agree',
  ],
  [
    'S1 that nobody reports the loss',
    waitWhileTooFewReportTheLoss,
    { votes: [] },
    'nobody reports the loss of us-east-1; 2 observers must agree',
  ],
  [
    'who sees the target down, and that nobody sees it healthy',
    waitWhileTheTargetIsNotSeenHealthy,
    { targetVotes: [vote('us-east-2', 'down'), vote('eu-west-1', 'healthy', { ageSeconds: 46 })] },
    'us-east-2 sees us-west-2 down, nobody sees it healthy',
  ],
  [
    'who sees the target healthy where as many see it down',
    waitWhileTheTargetIsNotSeenHealthy,
    { targetVotes: [vote('us-east-2', 'down'), vote('eu-west-1', 'healthy')] },
    'us-east-2 sees us-west-2 down, eu-west-1 sees it healthy',
  ],
  [
    'S3 that nobody knows anything of the target',
    waitWhileTheTargetIsNotSeenHealthy,
    { targetVotes: [vote('us-east-2', 'unknown'), vote('eu-west-1', 'abstains')] },
    'nobody sees us-west-2 down, nobody sees it healthy',
  ],
  [
    'until when it is quiet, and why',
    holdDuringAQuietTime,
    { quiet: { until: '11:00', because: 'maintenance' } },
    'nothing moves by itself until 11:00: maintenance',
  ],
  [
    'S27 who said no and why',
    holdWhenPeopleSaidNo,
    {
      question: {
        run: 'run-1',
        isOurs: true,
        says: 'no',
        because: 'operations: it is a drill',
        isOver: false,
        stands: true,
        acceptsLossSeconds: 41,
      },
    },
    'people said no to run-1: operations: it is a drill',
  ],
])('tells people %s', (_, rule, more, because) => {
  expect(sentence(rule, more)).toBe(because);
});

it('S27 lets a person move in a quiet time, which is meant for what moves by itself', () => {
  const quiet = { until: '11:00', because: 'maintenance' };
  expect(sentence(holdDuringAQuietTime, { quiet, signal: { ...signal, from: 'person' } })).toBeUndefined();
  expect(sentence(holdDuringAQuietTime, {})).toBeUndefined();
});

it('S15 asks nobody about a Region that still answers where nothing stores anything, because nothing would be lost', () => {
  const votes = [...factsOfALoss().votes, vote('eu-west-1', 'healthy')];
  expect(sentence(askWhenTheSuspectStillAnswersSomebody, { votes, losses: [] })).toBeUndefined();
  expect(sentence(askWhenTheSuspectStillAnswersSomebody, { votes })).toBe(
    'us-east-1 still answers eu-west-1, and promoting would lose writes',
  );
});

it('S3 asks every rule without the authority too, because nothing that is unknown may break an explanation', () => {
  const holding = rules.filter((rule) => rule(factsOfALoss({ authority: undefined }))).map(({ name }) => name);
  expect(holding).toEqual(['waitWhileTheAuthorityIsUnknown', 'proceedWhenTheLossIsCertain']);
});
