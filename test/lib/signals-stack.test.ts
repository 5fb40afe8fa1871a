import { readFileSync } from 'node:fs';
import { parsePlan } from '../../lambdas/plan/parse-plan';
import { signalRegions } from '../../lib/stacks/signals-stack';
import { rolesOf } from './roles';
import { quickstart, synthesize } from './synthesize';
import { ACCOUNT, resourcesOf } from './template';

const FILE = 'examples/signals/plan.yaml';
const { assembly, template } = synthesize(parsePlan(readFileSync(FILE, 'utf8'), FILE));
const HERE = 'us-east-1';
const here = template(`signals-${HERE}`);
const HEALTH_CHECK = '0f3c9a52-7c1e-4d0b-9a53-5a0c3d1b7e0';

const alarmArn = (region: string, name: string) => `arn:aws:cloudwatch:${region}:${ACCOUNT}:alarm:${name}`;
const bus = (region: string) => `arn:aws:events:${region}:${ACCOUNT}:event-bus/default`;
const rules = (stack: string, region: string) =>
  resourcesOf(template(stack), region, 'AWS::Events::Rule').map(({ Properties }) => ({
    name: Properties['Name'],
    alarms: (Properties['EventPattern'] as { resources?: string[] }).resources,
    targets: (Properties['Targets'] as { Arn: string }[]).map(({ Arn }) => Arn),
  }));

it('exists only where the plan has signals that arise elsewhere than they are heard', () => {
  const stacks = assembly.stacks.map(({ id }) => id).filter((id) => id.startsWith('signals'));
  expect(stacks.sort()).toEqual(['signals-us-east-1', 'signals-us-east-2']);
  expect(signalRegions(quickstart)).toEqual([]);
  expect(signalRegions({ ...quickstart, signals: [{ alarm: 'shop', in: 'us-west-2', lost: 'us-east-1' }] })).toEqual(
    [],
  );
});

it('forwards exactly the alarms of a loss to every other workload Region, and never to the lost one', () => {
  expect(rules('signals-us-east-2', 'us-east-2')).toEqual([
    {
      name: 'understudy-webshop-signals-us-east-1-sent',
      alarms: [alarmArn('us-east-2', 'shop-orders-failing')],
      targets: [bus('us-west-2')],
    },
  ]);
  expect(rules('signals-us-east-1', HERE)).toEqual([
    {
      name: 'understudy-webshop-signals-us-east-1-sent',
      alarms: [alarmArn(HERE, `understudy-webshop-health-check-${HEALTH_CHECK}1`)],
      targets: [bus('us-west-2')],
    },
  ]);
});

it('S25 starts the failover where it would run, on the signals that arrive and on those that arise there', () => {
  const heard = (region: string) => rules(region, region).filter(({ name }) => /-signals-/.test(String(name)));
  const machine = (region: string) => `arn:aws:states:${region}:${ACCOUNT}:stateMachine:understudy-webshop-failover`;
  expect(heard('us-west-2')).toEqual([
    {
      name: 'understudy-webshop-signals-us-east-1',
      alarms: [
        alarmArn('us-east-2', 'shop-orders-failing'),
        alarmArn(HERE, `understudy-webshop-health-check-${HEALTH_CHECK}1`),
      ],
      targets: [machine('us-west-2')],
    },
  ]);
  expect(heard(HERE)).toEqual([
    {
      name: 'understudy-webshop-signals-us-west-2',
      alarms: [alarmArn(HERE, `understudy-webshop-health-check-${HEALTH_CHECK}2`)],
      targets: [machine(HERE)],
    },
  ]);
});

it('lets the rules put events on those buses, and do nothing else', () => {
  expect(rolesOf(here, HERE)).toEqual([
    {
      role: 'Forwards signals of a loss of us-east-1',
      servedBy: 'events.amazonaws.com',
      lines: [`events:PutEvents on ${bus('us-west-2')}`],
    },
  ]);
});

it('S8 reads health checks by alarms to which missing data is no news', () => {
  const alarms = resourcesOf(here, HERE, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
  expect(alarms).toHaveLength(2);
  for (const alarm of alarms) {
    expect(alarm).toMatchObject({
      Namespace: 'AWS/Route53',
      MetricName: 'HealthCheckStatus',
      Statistic: 'Minimum',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'missing',
    });
  }
});
