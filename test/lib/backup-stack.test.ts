import { allowedTo, lines, rolesOf } from './roles';
import { quickstart, synthesize } from './synthesize';
import { ACCOUNT, resourcesOf } from './template';

const HERE = 'us-west-2';
const { template } = synthesize();
const here = template(`backup-${HERE}`);
const all = (type: string) => resourcesOf(here, HERE, type).map(({ Properties }) => Properties);
const snapshots = (region: string, id = 'understudy-webshop-orders-*') =>
  `arn:aws:rds:${region}:${ACCOUNT}:cluster-snapshot:${id}`;
const BOTH = ['us-east-1', 'us-west-2'];

it('exists only where the plan asks for backups', () => {
  const { assembly } = synthesize({ ...quickstart, backups: [] });
  expect(assembly.stacks.filter(({ id }) => id.startsWith('backup'))).toEqual([]);
});

it('starts the backup of each resource at full hours, and tells the run which start it is', () => {
  const schedule = all('AWS::Scheduler::Schedule').find(({ Name }) => Name === 'understudy-webshop-backup-orders');
  expect(schedule).toMatchObject({
    ScheduleExpression: 'cron(0 0/6 * * ? *)',
    ScheduleExpressionTimezone: 'UTC',
    Target: {
      Arn: `arn:aws:states:${HERE}:${ACCOUNT}:stateMachine:understudy-webshop-backup`,
      Input: '{"resource":"orders","scheduledAt":"<aws.scheduler.scheduled-time>"}',
    },
  });
});

it('measures every hour how old the recovery points are, whatever becomes of backups', () => {
  const schedule = all('AWS::Scheduler::Schedule').find(({ Name }) => Name === 'understudy-webshop-measure-backups');
  expect(schedule).toMatchObject({ ScheduleExpression: 'rate(1 hour)', FlexibleTimeWindow: { Mode: 'OFF' } });
  expect(JSON.stringify(schedule!['Target'])).toContain('measure-backups');
});

it('encrypts copies with a key of this Region that outlives the stack', () => {
  const [key] = resourcesOf(here, HERE, 'AWS::KMS::Key');
  expect(key).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } });
  expect(all('AWS::KMS::Alias')).toMatchObject([{ AliasName: 'alias/understudy-webshop-backups' }]);
});

it.each([
  [
    'back-up',
    ['rds:CreateDBClusterSnapshot'],
    [`arn:aws:rds:${HERE}:${ACCOUNT}:cluster:webshop-orders-usw2`, snapshots(HERE)],
  ],
  ['copy-backup', ['rds:CopyDBClusterSnapshot'], BOTH.map((region) => snapshots(region))],
  ['prune-backups', ['rds:DeleteDBClusterSnapshot'], BOTH.map((region) => snapshots(region))],
])('%s may change recovery points of this plan, and nothing else', (name, actions, resources) => {
  const changing = allowedTo(here, HERE, `function ${name}`).filter((line) => /^rds:(?!Describe)/.test(line));
  expect(changing).toEqual(lines(actions, resources).sort());
});

it('S21 lets only the function that prunes delete anything', () => {
  const deleting = rolesOf(here, HERE).filter(({ lines }) => lines.some((line) => /:Delete(?!LogDelivery)/.test(line)));
  expect(deleting.map(({ role }) => role)).toEqual(['The function understudy-webshop-prune-backups']);
});

it('uses keys of other stacks by their aliases only', () => {
  const keys = rolesOf(here, HERE).flatMap(({ lines }) => lines.filter((line) => line.startsWith('kms:')));
  expect(keys.length).toBeGreaterThan(0);
  for (const line of keys) expect(line).toMatch(/kms:ResourceAliases.*alias\/understudy-webshop/);
});
