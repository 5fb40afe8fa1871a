import type { Cloud } from '../../../rehearsal/aws/cloud';
import { peoplesWords } from '../../../rehearsal/invariants/peoples-words';

const wordsOf = (...executions: readonly object[]) =>
  peoplesWords({
    states: { executions: executions.map((one) => ({ name: 'r', machine: 'm', startedAt: 7, causes: [], ...one })) },
  } as unknown as Pick<Cloud, 'states'>);

it('I8 S15 notes how many seconds of writes a person accepted to lose, because a word for ten minutes is none for an hour', () => {
  const accepted = (acceptLoss: unknown) => wordsOf({ input: { acceptLoss } }).acceptedLoss;
  expect(accepted('10m')).toEqual([{ run: 'r', acceptedSeconds: 600 }]);
  expect(accepted('any')).toEqual([{ run: 'r', acceptedSeconds: 'any' }]);
  expect([...accepted('much'), ...accepted(undefined)]).toEqual([]);
});

it('S27 notes who said yes to which run, and when; what a rule or an alarm starts is no person’s word', () => {
  const yes = { machine: 'understudy-webshop-approve-operations', input: { run: 'r', says: 'yes' } };
  expect(wordsOf(yes, { ...yes, causes: ['t1'] }).yes).toEqual([{ run: 'r', role: 'operations', atMs: 7 }]);
});
