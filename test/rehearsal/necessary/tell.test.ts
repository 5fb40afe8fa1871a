import type { Findings } from '../../../rehearsal/necessary/examine';
import { listed } from '../../../rehearsal/necessary/listed';
import { partsOf } from '../../../rehearsal/necessary/part';
import { findUnexplained, findUnused, tell, toResult } from '../../../rehearsal/necessary/tell';

const [rule] = partsOf('us-west-2', {
  Resources: { rule: { Type: 'AWS::Events::Rule', Properties: { Targets: [], Name: 'a', State: 'ENABLED' } } },
});
const [targets, name, state] = rule!.parts;
const sound: Findings = {
  needed: [
    { part: rule!, noticed: { by: 'deployment', because: 'a role refers to it' } },
    { part: targets!, noticed: { by: 'region-loss', because: 'no run was started' } },
  ],
  excused: [{ part: name!, entry: listed[0]! }],
  unnoticed: [],
  stale: [],
};

it('counts by resource type and by scenario, and says that all is well only when it is', () => {
  const told = tell(sound);
  expect(told).toMatch(/│ AWS::Events::Rule +│ +1 │ +1 │ +1 │ +0 │/);
  expect(told).toContain('noticed by region-loss 1');
  expect(told).toContain('every part is needed, or listed with its reason');
  expect(toResult(sound)).toMatchObject({ met: true, needed: { deployment: 1, 'region-loss': 1 } });
});

it('names what nothing needs, with what it says', () => {
  const found = { ...sound, unnoticed: [state!] };
  expect(findUnexplained(found)).toEqual([
    'nothing needs us-west-2/rule AWS::Events::Rule State, which says "ENABLED"',
  ]);
  expect(tell(found)).not.toContain('every part is needed');
  expect(toResult(found)).toMatchObject({ met: false, unnoticed: ['us-west-2/rule AWS::Events::Rule State'] });
});

it('names what is listed and needed nevertheless, with who noticed', () => {
  const noticed = { by: 'blip', because: 'no run was started' };
  expect(findUnexplained({ ...sound, stale: [{ part: name!, noticed }] })).toEqual([
    'us-west-2/rule AWS::Events::Rule Name is listed, but blip notices: no run was started',
  ]);
});

it('finds the entries of the list that speak of nothing', () => {
  expect(findUnused(sound)).toEqual(listed.slice(1));
});
