import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, Function, Runtime, Tracing, type ILayerVersion, type IVersion } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { traces } from '../uses/traces';
import type { Used } from '../uses/use';
import { handlerCode } from './handler-code';
import { leastRole } from './least-role';

interface HandlerFunctionProps {
  readonly functionName: string;
  /** The file in `lambdas/handlers` without its ending. */
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly used: readonly Used[];
  readonly planLayer: ILayerVersion;
}

/** A handler's function, with a role of its own that allows what it uses and nothing else. */
export class HandlerFunction extends Construct {
  /** What callers invoke. Retained, so that a deployment in mid-run does not take it from the runs in flight. */
  readonly version: IVersion;
  /** Every version, for the roles of callers: a run in flight goes on calling the version that it started with. */
  readonly everyVersionArn: string;

  constructor(scope: Construct, id: string, props: HandlerFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'logs', {
      logGroupName: `/aws/lambda/${props.functionName}`,
      retention: RetentionDays.ONE_YEAR,
      // Evidence is in the bucket; a log group left behind would keep its name from the next deployment.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const writeLogs = { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] };
    const fn = new Function(this, 'function', {
      functionName: props.functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: handlerCode(props.handler),
      handler: `${props.handler}.handler`,
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: Object.assign({}, ...props.used.map(({ environment }) => environment)) as Record<string, string>,
      layers: [props.planLayer],
      logGroup,
      tracing: Tracing.ACTIVE,
      role: leastRole(this, 'role', {
        servedBy: 'lambda.amazonaws.com',
        description: `The function ${props.functionName}`,
        permissions: [...props.used.flatMap(({ permissions }) => permissions), writeLogs, traces],
      }),
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    this.version = fn.currentVersion;
    this.everyVersionArn = `${fn.functionArn}:*`;
  }
}
