import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canaries } from '../../../rehearsal/soak/canaries/all';
import { scenarios } from '../../../rehearsal/scenarios/all';
import { planNamed } from '../../../rehearsal/soak/every-plan';

const ROOT = join(__dirname, '../../..');

it.each(canaries.flatMap(({ name, plants }) => plants.map((one) => [name, one] as const)))(
  'the canary "%s" finds the text that it replaces once',
  (_, { file, find, replace }) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    expect(text.split(find)).toHaveLength(2);
    expect(find).not.toBe(replace);
  },
);

it.each(canaries)(
  'the canary "$name" names plans and scenarios that there are',
  ({ plans = [], scenarios: among = [] }) => {
    expect(plans.map((name) => planNamed(name).name)).toEqual(plans);
    for (const { plan } of plans.map(planNamed)) {
      const playable = scenarios.filter(({ needs }) => needs?.has(plan) ?? true).map(({ name }) => name);
      expect(playable).toEqual(expect.arrayContaining([...among]));
    }
  },
);
