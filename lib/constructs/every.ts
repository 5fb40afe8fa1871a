import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { HandlerFunction } from './handler-function';
import { leastRole } from './least-role';

interface EveryProps {
  readonly unit: 'minute' | 'hour';
  readonly name: string;
  readonly starts: HandlerFunction;
}

/** Starts a function's published version once a minute or an hour. */
export class Every extends Construct {
  constructor(scope: Construct, id: string, { unit, name, starts }: EveryProps) {
    super(scope, id);
    const role = leastRole(this, 'role', {
      servedBy: 'scheduler.amazonaws.com',
      description: `Starts ${name} every ${unit}`,
      permissions: [{ actions: ['lambda:InvokeFunction'], resources: [starts.everyVersionArn] }],
    });
    new CfnSchedule(this, 'schedule', {
      name,
      scheduleExpression: `rate(1 ${unit})`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: starts.version.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        // The next start does the same, so an older one is worth nothing; 60 s is the least that AWS accepts.
        retryPolicy: { maximumEventAgeInSeconds: 60, maximumRetryAttempts: 2 },
      },
    });
  }
}
