import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Plan } from '../../lambdas/plan/plan';
import { leastRole } from './least-role';

interface BackupScheduleProps {
  readonly name: string;
  readonly backup: Plan['backups'][number];
  readonly machine: IStateMachine;
}

const HOUR = 3_600;

/** Starts the backup of one resource at full hours of the day in UTC, and tells it which, so that a repeated start is known. */
export class BackupSchedule extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { name, backup: { resource, everySeconds }, machine }: BackupScheduleProps,
  ) {
    super(scope, id);
    const role = leastRole(this, 'role', {
      servedBy: 'scheduler.amazonaws.com',
      description: `Starts the backup of ${resource}`,
      permissions: [{ actions: ['states:StartExecution'], resources: [machine.stateMachineArn] }],
    });
    new CfnSchedule(this, 'schedule', {
      name,
      scheduleExpression: `cron(0 0/${everySeconds / HOUR} * * ? *)`,
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: machine.stateMachineArn,
        roleArn: role.roleArn,
        // https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
        input: JSON.stringify({ resource, scheduledAt: '<aws.scheduler.scheduled-time>' }),
        // A late backup is better than none, until the next one is due.
        retryPolicy: { maximumEventAgeInSeconds: everySeconds, maximumRetryAttempts: 10 },
      },
    });
  }
}
