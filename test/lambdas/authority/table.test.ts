import { queryItems } from '../../../lambdas/authority/table';
import { note } from '../../../lambdas/evidence/ledger';
import { answerInParts } from '../../../rehearsal/faults/answer-in-parts';
import { EAST, openStage, WEST, type Stage } from '../stage';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
});
afterEach(() => stage.close());

it('S3 takes no page for the whole: it reads on until nothing follows', async () => {
  const replicas = stage.replicas(WEST);
  const entries = ['a', 'b', 'c', 'd', 'e'];
  for (const entry of entries) await stage.run(note(replicas, 'run-1', entry, {}));
  answerInParts.strike({ ...stage, active: EAST, standby: WEST }, () => 0);
  const items = await stage.run(
    queryItems(replicas, {
      KeyConditionExpression: 'pk = :run',
      values: { ':run': 'ledger#run-1' },
    }),
  );
  expect(items.map(({ entry }) => entry)).toEqual(entries);
});
