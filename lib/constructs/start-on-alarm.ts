import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { leastRole } from './least-role';

/** Starts a journey when exactly this alarm goes off, and hands it the event unchanged. */
export class StartOnAlarm extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { readonly name: string; readonly alarm: IAlarm; readonly machine: IStateMachine },
  ) {
    super(scope, id);
    const role = leastRole(this, 'role', {
      servedBy: 'events.amazonaws.com',
      description: `Starts a journey when ${props.name} goes off`,
      permissions: [{ actions: ['states:StartExecution'], resources: [props.machine.stateMachineArn] }],
    });
    new Rule(this, 'rule', {
      ruleName: props.name,
      eventPattern: {
        source: ['aws.cloudwatch'],
        detailType: ['CloudWatch Alarm State Change'],
        resources: [props.alarm.alarmArn],
        detail: { state: { value: ['ALARM'] } },
      },
      targets: [new SfnStateMachine(props.machine, { role })],
    });
  }
}
