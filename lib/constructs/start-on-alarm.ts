import { Rule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { alarmPattern } from './alarm-pattern';
import { leastRole } from './least-role';

/** Starts a journey when exactly one of these alarms goes off, and hands it the event unchanged. */
export class StartOnAlarm extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { readonly name: string; readonly alarmArns: readonly string[]; readonly machine: IStateMachine },
  ) {
    super(scope, id);
    const role = leastRole(this, 'role', {
      servedBy: 'events.amazonaws.com',
      description: `Starts a journey when ${props.name} goes off`,
      permissions: [{ actions: ['states:StartExecution'], resources: [props.machine.stateMachineArn] }],
    });
    new Rule(this, 'rule', {
      ruleName: props.name,
      eventPattern: alarmPattern(props.alarmArns),
      targets: [new SfnStateMachine(props.machine, { role })],
    });
  }
}
