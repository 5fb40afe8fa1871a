import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { HandlerFunction } from './handler-function';
import { leastRole } from './least-role';

/** The next start does the same, so an older one is soon worth nothing; 60 s is the least that AWS accepts. */
const rates = {
  minute: { expression: 'rate(1 minute)', ageSeconds: 60 },
  'quarter of an hour': { expression: 'cron(0/15 * * * ? *)', ageSeconds: 300 },
  // At an hour with no backup, and early: people have the day to repair what does not work.
  day: { expression: 'cron(0 7 * * ? *)', ageSeconds: 3_600 },
  hour: { expression: 'rate(1 hour)', ageSeconds: 60 },
} as const;

interface EveryProps {
  readonly unit: keyof typeof rates;
  readonly name: string;
  readonly starts: HandlerFunction;
}

/** Starts a function's published version once in each such time. */
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
      scheduleExpression: rates[unit].expression,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: starts.version.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumEventAgeInSeconds: rates[unit].ageSeconds, maximumRetryAttempts: 2 },
      },
    });
  }
}
