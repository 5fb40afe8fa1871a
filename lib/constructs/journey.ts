import { RemovalPolicy, type Duration } from 'aws-cdk-lib';
import type { IVersion } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, type IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { traces } from '../uses/traces';
import type { Permission } from '../uses/use';
import type { HandlerFunction } from './handler-function';
import { leastRole } from './least-role';

interface JourneyProps<N extends string> {
  readonly name: string;
  readonly timeout: Duration;
  readonly functions: Readonly<Record<N, HandlerFunction>>;
  /** The functions that it calls; its role allows no others. */
  readonly calls: readonly N[];
  readonly definition: (scope: Construct, versions: Readonly<Record<N, IVersion>>) => IChainable;
}

/** A state machine with its role, logs and traces. */
export class Journey<N extends string> extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: JourneyProps<N>) {
    super(scope, id);
    const calls = props.calls.map((name) => [name, props.functions[name]] as const);
    const versions = Object.fromEntries(calls.map(([name, { version }]) => [name, version])) as Record<N, IVersion>;
    this.machine = new StateMachine(this, 'machine', {
      stateMachineName: props.name,
      definitionBody: DefinitionBody.fromChainable(props.definition(new Construct(this, 'states'), versions)),
      timeout: props.timeout,
      role: leastRole(this, 'role', {
        servedBy: 'states.amazonaws.com',
        description: `The journey ${props.name}`,
        permissions: [
          { actions: ['lambda:InvokeFunction'], resources: calls.map(([, { everyVersionArn }]) => everyVersionArn) },
          deliverLogs,
          traces,
        ],
      }),
      logs: { destination: logGroup(this, props.name), level: LogLevel.ALL, includeExecutionData: true },
      tracingEnabled: true,
    });
  }
}

/** The prefix keeps the account's policy for log delivery within its size limit, whatever the number of machines. */
const logGroup = (scope: Construct, name: string): LogGroup =>
  new LogGroup(scope, 'logs', {
    logGroupName: `/aws/vendedlogs/states/${name}`,
    retention: RetentionDays.ONE_YEAR,
    removalPolicy: RemovalPolicy.DESTROY,
  });

const deliverLogs: Permission = {
  actions: [
    'logs:CreateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:DescribeLogGroups',
    'logs:DescribeResourcePolicies',
    'logs:GetLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:UpdateLogDelivery',
  ],
  resources: ['*'],
  because:
    'log delivery has no resource-level permissions: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
};
