import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { HandlerFunction } from './handler-function';
import { leastRole } from './least-role';

/** Starts a function's published version once a minute. */
export class EveryMinute extends Construct {
  constructor(scope: Construct, id: string, props: { readonly name: string; readonly starts: HandlerFunction }) {
    super(scope, id);
    const role = leastRole(this, 'role', {
      servedBy: 'scheduler.amazonaws.com',
      description: `Starts ${props.name} every minute`,
      permissions: [{ actions: ['lambda:InvokeFunction'], resources: [props.starts.everyVersionArn] }],
    });
    new CfnSchedule(this, 'schedule', {
      name: props.name,
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: props.starts.version.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        // The next minute starts the next loop, so an older start is worth nothing; 60 s is the least that AWS accepts.
        retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 2 },
      },
    });
  }
}
