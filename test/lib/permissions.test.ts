import { answer, backupFunctions, control, journeyFunctions } from '../../lib/functions';
import { capability, type Capability } from '../../lib/uses/capability';
import { allow } from '../../lib/uses/use';
import { allowedTo, lines, rolesOf } from './roles';
import { fencedShop } from '../fenced-shop';
import { quickstart, synthesize } from './synthesize';
import { ACCOUNT, resourcesOf } from './template';

const HERE = 'us-west-2';
const { template } = synthesize();
const here = template(HERE);

const arn = (service: string, rest: string, region = HERE) => `arn:aws:${service}:${region}:${ACCOUNT}:${rest}`;
const AUTHORITY = ['us-east-1', 'us-east-2', 'us-west-2'];
const GATE = 'parameter/understudy/webshop/gate';
const SERVICE = arn('ecs', 'service/webshop/web');
const GLOBAL = `arn:aws:rds::${ACCOUNT}:global-cluster:webshop-orders`;
const CLUSTER = arn('rds', 'cluster:webshop-orders-usw2');
const KEY = arn('AWS::KMS::Key', Object.keys(here.Resources).find((id) => id.startsWith('key')) ?? '');

const table = (...actions: string[]) =>
  lines(
    actions.map((action) => `dynamodb:${action}`),
    AUTHORITY.map((region) => arn('dynamodb', 'table/understudy-webshop-authority', region)),
  );

const metrics = (...regions: string[]) =>
  lines(['cloudwatch:PutMetricData'], ['*'], {
    StringEquals: { 'cloudwatch:namespace': 'Understudy', 'aws:RequestedRegion': regions },
  });

const TRACES = lines(
  ['xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
  ['*'],
);

const telemetry = (name: string, region = HERE) => [
  ...lines(
    ['logs:CreateLogStream', 'logs:PutLogEvents'],
    [arn('logs', `log-group:/aws/lambda/understudy-webshop-${name}:*`, region)],
  ),
  ...TRACES,
];

const CAPABILITIES = [
  'measureLag',
  'readiness',
  'findWriter',
  'holdGate',
  'readBreakGlass',
  'fence',
  'unfence',
  'promote',
  'scale',
  'openGate',
  'check',
  'shift',
] as const satisfies readonly Capability[];

const ledger = table('GetItem', 'Query', 'PutItem', 'UpdateItem');
const gate = (...actions: string[]) => lines(actions, [arn('ssm', GATE)]);

const notices = [
  ...lines(['sns:Publish'], [arn('sns', 'understudy-webshop-notices')]),
  ...lines(['kms:Decrypt', 'kms:GenerateDataKey'], [KEY]),
  ...lines(['secretsmanager:GetSecretValue'], [arn('secretsmanager', 'secret:understudy/webshop/slack-??????')]),
];

/** S19: all that a journey or a person may have called here. */
const CALLED_BY_JOURNEYS = [control, answer, ...journeyFunctions, ...backupFunctions].map(({ name }) =>
  arn('lambda', `function:understudy-webshop-${name}`),
);

const expected: Readonly<Record<string, readonly string[]>> = {
  observe: [
    ...table('GetItem', 'PutItem'),
    ...metrics(HERE),
    ...lines(['cloudwatch:GetMetricData'], ['*'], { StringEquals: { 'aws:RequestedRegion': HERE } }),
    ...lines(
      ['states:StartExecution'],
      ['us-east-1', 'us-west-2'].map((region) => arn('states', 'stateMachine:understudy-webshop-failover', region)),
    ),
  ],
  control: table('GetItem', 'UpdateItem'),
  'note-advice': table('PutItem'),
  answer: [
    ...table('GetItem', 'PutItem', 'UpdateItem'),
    ...lines(['states:SendTaskSuccess'], ['*'], {
      StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-west-2'] },
    }),
  ],
  'hold-switch': [...table('GetItem', 'PutItem'), ...metrics(HERE)],
  'hold-gate': [...table('GetItem', 'PutItem', 'UpdateItem'), ...gate('ssm:GetParameter', 'ssm:PutParameter')],
  assess: [
    ...table('GetItem', 'Query', 'PutItem'),
    ...gate('ssm:GetParameter'),
    ...lines(['rds:DescribeGlobalClusters'], [GLOBAL]),
    ...lines(['rds:DescribeDBClusters'], [CLUSTER]),
    ...lines(['ecs:DescribeServices'], [SERVICE]),
  ],
  'take-the-lead': table('GetItem', 'PutItem', 'UpdateItem'),
  'measure-lag': [
    ...table('PutItem'),
    ...lines(['cloudwatch:GetMetricData'], ['*'], { StringEquals: { 'aws:RequestedRegion': HERE } }),
  ],
  announce: [...table('GetItem', 'PutItem'), ...notices],
  'ask-people': [...table('GetItem', 'PutItem', 'UpdateItem'), ...notices],
  fence: [...ledger, ...lines(['ssm:GetParameter', 'ssm:PutParameter'], [arn('ssm', GATE, 'us-east-1')])],
  promote: [
    ...ledger,
    ...lines(['rds:DescribeGlobalClusters', 'rds:FailoverGlobalCluster'], [GLOBAL]),
    ...lines(['rds:DescribeDBClusters', 'rds:FailoverGlobalCluster'], [CLUSTER]),
  ],
  scale: [...ledger, ...lines(['ecs:DescribeServices', 'ecs:UpdateService'], [SERVICE])],
  'open-gate': [...ledger, ...gate('ssm:GetParameter', 'ssm:PutParameter')],
  prove: ledger,
  shift: [...ledger, ...metrics(...AUTHORITY)],
  verify: ledger,
  'close-phase': table('PutItem'),
  undo: ledger,
  close: [
    ...table('GetItem', 'Query', 'UpdateItem'),
    ...metrics(HERE),
    ...lines(['s3:PutObject'], [`arn:aws:s3:::understudy-webshop-${ACCOUNT}-${HERE}/*`]),
    ...lines(['kms:GenerateDataKey'], [KEY]),
  ],
  initialise: [...table('PutItem'), ...lines(['rds:DescribeGlobalClusters'], [GLOBAL])],
  exercise: [
    ...lines(['lambda:ListVersionsByFunction'], CALLED_BY_JOURNEYS),
    ...lines(
      ['lambda:InvokeFunction'],
      CALLED_BY_JOURNEYS.map((called) => `${called}:*`),
    ),
    ...notices,
  ],
};

it.each(Object.entries(expected))('%s may do exactly what its code asks for', (name, allowed) => {
  expect(allowedTo(here, HERE, `function ${name}`)).toEqual([...allowed, ...telemetry(name)].sort());
});

it('knows what every function of a workload Region may do', () => {
  const functions = resourcesOf(here, HERE, 'AWS::Lambda::Function').map(({ Properties }) =>
    String(Properties['FunctionName']).replace('understudy-webshop-', ''),
  );
  expect(functions.sort()).toEqual(Object.keys(expected).sort());
});

it('lets what tells people of an incident read, publish and write evidence in its own Region, and nothing else', () => {
  const where = 'us-east-2';
  const incident = template(where);
  const changes = ['look-around', 'close', 'announce']
    .flatMap((name) => allowedTo(incident, where, `function ${name}`))
    .filter((line) => !/^(dynamodb:(GetItem|Query)|xray|logs|kms|secretsmanager):?/.test(line));
  expect(changes).toEqual([
    `s3:PutObject on arn:aws:s3:::understudy-webshop-${ACCOUNT}-${where}/*`,
    ...AUTHORITY.map(
      (region) => `dynamodb:PutItem on ${arn('dynamodb', 'table/understudy-webshop-authority', region)}`,
    ),
    `sns:Publish on ${arn('sns', 'understudy-webshop-notices', where)}`,
  ]);
  expect(allowedTo(incident, where, 'function observe')).toContain(
    `states:StartExecution on ${arn('states', 'stateMachine:understudy-webshop-incident', where)}`,
  );
});

it('lets the observer of a Region without a replica read no metrics', () => {
  const allowed = allowedTo(template('us-east-2'), 'us-east-2', 'function observe');
  expect(allowed.filter((line) => line.includes('GetMetricData'))).toEqual([]);
});

it('S20 lets nothing but the fence change a resource of another Region', () => {
  const elsewhere = /:(ssm|rds|ecs|s3|sns|kms|secretsmanager|lambda):(us-east-1|us-east-2):/;
  const roles = rolesOf(here, HERE).filter(({ lines }) => lines.some((line) => elsewhere.test(line)));
  expect(roles.map(({ role }) => role)).toEqual(['The function understudy-webshop-fence']);
});

it('S20 calls best-effort whatever a kind may do in another Region, because that Region may be the lost one', () => {
  const site = { plan: quickstart, partition: 'aws', account: ACCOUNT, region: HERE };
  const all = CAPABILITIES.flatMap((name) => capability(name)(site).permissions);
  const abroad = all.filter(({ resources }) => resources.some((resource) => resource.includes(':us-east-1:')));
  expect(abroad).toEqual([
    expect.objectContaining({ actions: ['ssm:GetParameter', 'ssm:PutParameter'], path: 'best-effort' }),
  ]);
});

it('S21 lets no role touch a control plane of one Region, change permissions, or create or delete anything', () => {
  const forbidden =
    /^(route53|route53-recovery[\w-]*|iam|sts|organizations|cloudfront|wafv?2?|globalaccelerator|cloudformation):|:(?!CreateLogStream|CreateLogDelivery|DeleteLogDelivery)(Create|Delete|Attach|Detach|Tag|Untag)|\*(?= on)/;
  const all = ['us-east-1', 'us-east-2', 'us-west-2'].flatMap((region) => rolesOf(template(region), region));
  expect(all.length).toBeGreaterThan(40);
  expect(all.flatMap(({ lines }) => lines.filter((line) => forbidden.test(line)))).toEqual([]);
});

it('gives wildcard resources only to metrics, task tokens, traces and log delivery, which have no narrower ones', () => {
  const wild = rolesOf(here, HERE).flatMap(({ lines }) => lines.filter((line) => line.includes(' on *')));
  const services = wild.map((line) => line.slice(0, line.indexOf(':')));
  expect([...new Set(services)].sort()).toEqual(['cloudwatch', 'logs', 'states', 'xray']);
});

it('refuses a wildcard resource that gives no reason', () => {
  expect(() => allow({ actions: ['ecs:UpdateService'], resources: ['*'] })).toThrow(
    'ecs:UpdateService on "*": name the resources, or write in `because` why that is impossible',
  );
});

const isStep = (name: string) =>
  ![
    'observe',
    'hold-switch',
    'hold-gate',
    'initialise',
    'measure-lag',
    'control',
    'answer',
    'exercise',
    'note-advice',
  ].includes(name);

it.each([
  ['failover', Object.keys(expected).filter((name) => isStep(name))],
  ['initialise', ['initialise']],
  ['replication-watch', ['measure-lag', 'close', 'announce']],
])('lets %s call every version of its own functions and no other', (journey, calls) => {
  const invokes = allowedTo(here, HERE, `journey ${journey}`).filter((line) => line.startsWith('lambda:'));
  expect(invokes).toEqual(
    lines(
      ['lambda:InvokeFunction'],
      calls.map((name) => arn('lambda', `function:understudy-webshop-${name}:*`)),
    ).sort(),
  );
});

it('needs no inline or managed policy besides those of its roles', () => {
  const types = Object.values(here.Resources).map(({ Type }) => Type);
  // A rule has no role to invoke a function with, and one rule here does.
  expect(types.filter((type) => /^AWS::IAM::(?!Role$)|^AWS::Lambda::Permission$/.test(type))).toEqual([
    'AWS::Lambda::Permission',
  ]);
});

describe('what fences may do', () => {
  const site = { plan: fencedShop(), partition: 'aws', account: ACCOUNT, region: HERE };
  const changing = (name: Capability) =>
    capability(name)(site).permissions.filter(({ actions }) =>
      actions.some((action) => !/:(Get|List|Describe)/.test(action)),
    );

  it.each(['fence', 'unfence'] as const)('S20 %s changes nothing but by best effort, and nothing here', (name) => {
    expect(changing(name).length).toBeGreaterThanOrEqual(4);
    for (const { path, resources } of changing(name)) {
      expect(path).toBe('best-effort');
      expect(resources.filter((resource) => !resource.includes(':us-east-1:'))).toEqual([]);
    }
  });

  it('S21 creates nothing', () => {
    const actions = [...changing('fence'), ...changing('unfence')].flatMap((permission) => permission.actions);
    expect(actions.filter((action) => /:Create|:Put(Rule|Function$)/.test(action))).toEqual([]);
  });

  it('S28 gives to the undo alone what opens a fence again', () => {
    expect(changing('fence').flatMap(({ actions }) => actions)).not.toContain('events:EnableRule');
    expect(changing('unfence').flatMap(({ actions }) => actions)).toContain('events:EnableRule');
  });
});
