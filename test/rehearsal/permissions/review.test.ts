import { review } from '../../../rehearsal/permissions/review';
import { gather } from '../../../rehearsal/permissions/survey';
import { findUnexplained, toResult } from '../../../rehearsal/permissions/tell';

const grant = (action: string, isUsed: boolean) => ({ holder: 'promote', action, resource: '*', isUsed });
const entry = { permission: /: logs:/, because: 'logs are for people' };

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
    { ...entry, permission: /^observe: logs:/ },
    { ...entry, permission: /: logs:Put on arn:/ },
  ];
  expect(review(surveyed, others).kept).toEqual([]);
});

it('wants entries removed that explain nothing any more, so that the list does not outlive the templates', () => {
  const found = review(surveyed, [
    entry,
    { permission: /: rds:/, because: 'databases' },
    { ...entry, because: 'twice' },
  ]);
  expect(findUnexplained(found)).toEqual(['the reviewed list explains nothing any more with: twice']);
  expect(toResult(found)).toMatchObject({ met: false, unused: [], stale: ['twice'] });
});

it('says what to do about a permission without a reason', () => {
  expect(findUnexplained(review(surveyed, [entry]))).toEqual([
    'no rehearsal uses promote: rds:Delete on *; remove it, or say in reviewed.ts why it stays',
  ]);
});

it('keeps the table of another Region for when the replica of the own Region does not answer, and no own one (S13)', () => {
  const on = (region: string) => ({
    holder: 'understudy-webshop-backup-us-east-1: The function understudy-webshop-fence',
    action: 'dynamodb:PutItem',
    resource: `arn:aws:dynamodb:${region}:111122223333:table/understudy-webshop-authority`,
    usedBy: [],
  });
  const { kept, unexplained } = review([on('us-east-2'), on('us-east-1')]);
  expect(kept.map(({ permission }) => permission)).toEqual([on('us-east-2')]);
  expect(unexplained).toEqual([on('us-east-1')]);
});
