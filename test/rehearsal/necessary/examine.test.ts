import { examine, type Examination } from '../../../rehearsal/necessary/examine';
import { nameOf, partsOf } from '../../../rehearsal/necessary/part';

const parts = partsOf('stack', {
  Resources: {
    rule: {
      Type: 'Rule',
      Properties: { Targets: ['one', 'two'], Description: 'for people', Extra: { Idle: 1, Inner: 2 } },
    },
  },
});

/** Rehearsals of which each scenario needs the named places of the rule. */
const withNeeds = (needs: Readonly<Record<string, readonly string[]>>) => {
  const asked: { deleted: string[]; trials: readonly string[] }[] = [];
  const ask: Examination['ask'] = (deleted, trials) => {
    const places = deleted.map(({ path }) => path.slice(1).join('.'));
    asked.push({ deleted: places, trials });
    const by = trials.find((name) => needs[name]?.some((needed) => places.some((place) => needed.startsWith(place))));
    return Promise.resolve(by === undefined ? null : { by, because: 'it is missed' });
  };
  return { ask, asked };
};

const needs = { loss: ['rule.Properties.Targets.0'], blip: ['rule.Properties.Targets.1'] };
const examined = (ask: Examination['ask'], more: Partial<Examination> = {}) =>
  examine({
    parts,
    trials: ['loss', 'blip'],
    listed: [{ place: /^Description$/, because: 'it is for people' }],
    only: /^/,
    jobs: 1,
    ask,
    decided: () => undefined,
    ...more,
  });

it('reports the largest parts that nothing needs, and looks no further into them', async () => {
  const { ask, asked } = withNeeds(needs);
  const { unnoticed } = await examined(ask);
  expect(unnoticed.map(nameOf)).toEqual(['stack/rule Rule Extra']);
  expect(asked.flatMap(({ deleted }) => deleted)).not.toContain('rule.Properties.Extra.Idle');
});

it('says which scenario needs a part', async () => {
  const { needed } = await examined(withNeeds(needs).ask);
  expect(needed.map(({ part, noticed }) => [nameOf(part), noticed.by])).toEqual([
    ['stack/rule Rule', 'loss'],
    ['stack/rule Rule Targets', 'loss'],
    ['stack/rule Rule Targets[0]', 'loss'],
    ['stack/rule Rule Targets[1]', 'blip'],
  ]);
});

it('asks the scenario first that needed the part before', async () => {
  const { ask, asked } = withNeeds({ blip: ['rule.Properties.Targets.0'] });
  await examined(ask);
  expect(asked[0]!.trials).toEqual(['loss', 'blip']);
  expect(asked[1]!.trials).toEqual(['blip', 'loss']);
});

it('deletes all listed parts together, and finds those that are needed nevertheless', async () => {
  const { ask, asked } = withNeeds({ ...needs, blip: ['rule.Properties.Extra.Inner'] });
  const listed = [{ place: /^(Description|Extra|Targets\[1\])$/, because: 'we think that it is idle' }];
  const { stale, excused } = await examined(ask, { listed });
  expect(excused).toHaveLength(3);
  expect(asked.some(({ deleted }) => deleted.length === 3)).toBe(true);
  expect(stale.map(({ part, noticed }) => [nameOf(part), noticed.by])).toEqual([['stack/rule Rule Extra', 'blip']]);
});

it('deletes only what was asked for, and still looks into the rest', async () => {
  const { ask, asked } = withNeeds(needs);
  await examined(ask, { only: /Targets\[1\]/ });
  expect(asked).toEqual([{ deleted: ['rule.Properties.Targets.1'], trials: ['loss', 'blip'] }]);
});

it('counts every part once, listed and unneeded ones with all that is in them', async () => {
  let sum = 0;
  await examined(withNeeds(needs).ask, { decided: (count) => (sum += count) });
  expect(sum).toBe(8);
});
