import { parsePlan } from '../../../lambdas/plan/parse-plan';
import { parsePlanJson } from '../../../lambdas/plan/parse-plan-json';
import { quickstartText } from './spoilt';

const plan = parsePlan(quickstartText, 'plan.yaml');

it('reads back what the parsed plan says', () => {
  expect(parsePlanJson(JSON.stringify(plan))).toEqual(plan);
});

it.each([
  ['{"application":', '/opt/plan.json Unexpected end of JSON input'],
  [JSON.stringify({ ...plan, colour: 'red' }), '/opt/plan.json colour: no such field'],
  [JSON.stringify({ ...plan, objectives: { rto: '15m', rpo: '5m' } }), '/opt/plan.json objectives.rtoSeconds: missing'],
  [JSON.stringify({ ...plan, regions: plan.regions.slice(1) }), '/opt/plan.json regions'],
])('S32 refuses a layer that holds %.40s', (text, complaint) => {
  expect(() => parsePlanJson(text)).toThrow(complaint);
});
