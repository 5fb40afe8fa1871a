import { castVote } from '../../../lambdas/authority/votes';
import type { Sighting } from '../../../lambdas/observation/vote';
import { record } from '../../../rehearsal/invariants/record';
import { EAST, OHIO, startStage, WEST, type Stage } from '../../lambdas/stage';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const users = {
  observedObjectives: () => ({ rtoSeconds: null, rpoSeconds: null, lostWrites: [], outages: [] }),
  requests: [],
};
const at = '2026-01-06T09:00:00.000Z';
const cast = (observer: string, ...witness: readonly [string, Sighting['says']][]) =>
  stage.run(
    castVote(stage.replicas(observer), {
      observer,
      generation: 1,
      at,
      opinions: [],
      lags: [],
      witness: witness.map(([region, says]) => ({ region, says, since: at })),
    }),
  );

it('S1 S3 records the witness by what each observer read of other Regions and could be sure of', async () => {
  const recording = record(stage.cloud, stage.cloud.endpoint, stage.plan);
  await cast(WEST, [EAST, 'down'], [WEST, 'healthy']);
  await cast(OHIO, [EAST, 'unknown'], [WEST, 'healthy']);
  await cast(EAST, [EAST, 'healthy']);
  const { votes } = recording.finish(users, { disturbances: [], replayed: [] });
  const witness = votes.filter(({ observer }) => observer === 'dns-witness').map(({ says }) => says);
  expect(witness).toEqual([{ [EAST]: 'down' }, { [WEST]: 'healthy' }, {}]);
});
