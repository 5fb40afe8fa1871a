import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { EventBus as ToBus } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { names } from '../../lambdas/plan/names';
import type { Region } from '../../lambdas/plan/plan';
import { signalArns } from '../signal-arns';
import type { Site } from '../uses/site';
import { alarmPattern } from './alarm-pattern';
import { leastRole } from './least-role';

interface ForwardSignalsProps {
  readonly site: Site;
  /** The Region that the signals suspect. */
  readonly lost: Region;
  /** Where they are sent; never here, and never to `lost`. */
  readonly to: readonly Region[];
}

/**
 * Sends the signals that arise here to the default buses of the Regions that could take over, unchanged.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
 */
export class ForwardSignals extends Construct {
  constructor(scope: Construct, id: string, { site, lost, to }: ForwardSignalsProps) {
    super(scope, id);
    const { plan, partition, account, region: here } = site;
    const buses = to.map((region) => `arn:${partition}:events:${region}:${account}:event-bus/default`);
    const role = leastRole(this, 'role', {
      servedBy: 'events.amazonaws.com',
      description: `Forwards signals of a loss of ${lost}`,
      permissions: [{ actions: ['events:PutEvents'], resources: buses }],
    });
    new Rule(this, 'rule', {
      ruleName: `${names(plan).signals(lost)}-sent`,
      eventPattern: alarmPattern(signalArns(site, (signal) => signal.lost === lost && signal.region === here)),
      targets: buses.map((arn, at) => new ToBus(EventBus.fromEventBusArn(this, `bus-${to[at]}`, arn), { role })),
    });
  }
}
