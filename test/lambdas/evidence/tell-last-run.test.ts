import { tellLastRun } from '../../../lambdas/evidence/tell-last-run';

const AT = '2026-01-06T09:00:00.000Z';
const item = (active: string) => ({
  active,
  epoch: 2,
  traffic: {},
  nonce: 'n',
  moves: [],
  run: {
    ...{ name: 'run-1', region: 'us-west-2', from: 'us-east-1', startedAt: AT, seenAt: AT, oldGateClosedAt: AT },
    votes: [],
  },
});

it.each<[string, Parameters<typeof tellLastRun>, string]>([
  ['nobody can read who may act', [undefined, []], 'what was done is unknown'],
  ['no run led', [{ ...item('us-east-1'), run: undefined }, []], 'us-east-1 is active under epoch 2, and no run led'],
  ['S3 the ledger could not be read', [item('us-east-1'), undefined], 'A promotion may have begun in us-west-2'],
  ['no step was heard of', [item('us-east-1'), []], 'noted no step that was heard of here'],
  ['the gate had opened', [item('us-west-2'), []], 'us-west-2 may have accepted writes that us-east-1 does not have'],
])('tells people when %s', (_, [last, entries], says) => {
  expect(tellLastRun(last, entries)).toContain(says);
});
