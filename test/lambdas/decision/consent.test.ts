import { decide } from '../../../lambdas/decision/decide';
import type { Facts, QuestionFact } from '../../../lambdas/decision/facts';
import { factsOfALoss } from './facts-of-a-loss';

const question = (more: Partial<QuestionFact> = {}): QuestionFact => ({
  run: 'run-1',
  isOurs: true,
  says: 'open',
  because: 'operations said so',
  isOver: false,
  stands: true,
  acceptsLossSeconds: 41,
  ...more,
});

const asking = (more: Partial<Facts> = {}) => {
  const facts = factsOfALoss(more);
  return decide({ ...facts, automation: { ...facts.automation, mode: 'approve' } });
};

it('S27 asks in mode approve, and proceeds when people have said yes', () => {
  expect(asking().says).toBe('ask');
  expect(asking({ question: question({ says: 'yes' }) }).says).toBe('proceed');
});

it('S4 takes a yes for no more than that: whatever holds still holds', () => {
  const readiness = [{ resource: 'orders', says: 'not-ready', because: 'of the test' }] as const;
  expect(asking({ question: question({ says: 'yes' }), readiness })).toMatchObject({ says: 'hold' });
});

it.each<[string, number | undefined, QuestionFact['acceptsLossSeconds'], string]>([
  ['as much as was told', 41, 41, 'proceed'],
  ['more than was told', 42, 41, 'ask'],
  ['an unknown loss, where a number was told', undefined, 41, 'ask'],
  ['any loss, where nobody knew', 900, 'any', 'proceed'],
])('S15 a yes accepts %s: %s s against %s s is %s', (_, boundSeconds, acceptsLossSeconds, says) => {
  const losses = [{ resource: 'orders', allowed: true, boundSeconds, because: 'of the test' }];
  expect(asking({ losses, question: question({ says: 'yes', acceptsLossSeconds }) }).says).toBe(says);
});

it('S15 a yes to one store’s loss is none to that of another', () => {
  const losses = [41, 42].map((boundSeconds) => ({ resource: 'orders', allowed: true, boundSeconds, because: 'lag' }));
  expect(asking({ losses, question: question({ says: 'yes' }) }).says).toBe('ask');
});

it('S27 holds when nobody has answered in time, and says so', () => {
  const verdict = asking({ question: question({ isOver: true }) });
  expect(verdict).toMatchObject({ says: 'hold', isUnanswered: true });
  expect(verdict.because).toContain('nobody answered run-1 in time: the plan says mode: approve');
});

it('asks people one thing at a time, and again when a question of another run no longer stands', () => {
  expect(asking({ question: question({ isOurs: false }) })).toMatchObject({
    says: 'hold',
    because: 'people are asked already, by run-1: operations said so',
  });
  expect(asking({ question: question({ isOurs: false, isOver: true, stands: false }) }).says).toBe('ask');
});

it.each<[string, Partial<QuestionFact>, Facts['signal']['from'], string]>([
  ['this run asked', {}, 'alarm', 'hold'],
  ['another run asked lately', { isOurs: false }, 'observer', 'hold'],
  ['another run asked long ago', { isOurs: false, isOver: true, stands: false }, 'observer', 'proceed'],
  ['a person comes with a run of their own', { isOurs: false }, 'person', 'proceed'],
])('S27 a no stands although nothing is left to ask: %s', (_, more, from, says) => {
  const signal = { from, because: 'of the test' };
  expect(decide(factsOfALoss({ signal, question: question({ says: 'no', ...more }) })).says).toBe(says);
});
