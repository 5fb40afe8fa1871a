import { review } from '../../../rehearsal/permissions/review';
import { gather } from '../../../rehearsal/permissions/survey';
import { findUnexplained, toResult } from '../../../rehearsal/permissions/tell';

const grant = (action: string, isUsed: boolean) => ({ holder: 'promote', action, resource: '*', isUsed });
const entry = { action: /^logs:/, because: 'logs are for people' };

const surveyed = gather([
  { name: 'region-loss', grants: [grant('rds:Describe', true), grant('logs:Put', false), grant('rds:Delete', false)] },
  { name: 'backup', grants: [grant('rds:Describe', true), grant('logs:Put', false), grant('rds:Delete', false)] },
]);

it('gathers in which rehearsals a permission was used', () => {
  expect(surveyed.map(({ action, usedBy }) => [action, usedBy])).toEqual([
    ['rds:Describe', ['region-loss', 'backup']],
    ['logs:Put', []],
    ['rds:Delete', []],
  ]);
});

it('asks for a reason for every permission that no rehearsal used', () => {
  const { used, kept, unexplained } = review(surveyed, [entry]);
  expect(used.map(({ action }) => action)).toEqual(['rds:Describe']);
  expect(kept.map(({ permission }) => permission.action)).toEqual(['logs:Put']);
  expect(unexplained.map(({ action }) => action)).toEqual(['rds:Delete']);
});

it('takes a reason for one holder or resource for nobody else’s', () => {
  const others = [
    { ...entry, holder: /^observe$/ },
    { ...entry, resource: /^arn:/ },
  ];
  expect(review(surveyed, others).kept).toEqual([]);
});

it('wants entries removed that explain nothing any more, so that the list does not outlive the templates', () => {
  const found = review(surveyed, [entry, { action: /^rds:/, because: 'databases' }, { ...entry, because: 'twice' }]);
  expect(findUnexplained(found)).toEqual(['the reviewed list explains nothing any more with: twice']);
  expect(toResult(found)).toMatchObject({ met: false, unused: [], stale: ['twice'] });
});

it('says what to do about a permission without a reason', () => {
  expect(findUnexplained(review(surveyed, [entry]))).toEqual([
    'no rehearsal uses promote: rds:Delete on *; remove it, or say in reviewed.ts why it stays',
  ]);
});
