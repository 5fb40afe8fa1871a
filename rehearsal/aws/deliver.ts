import type { World } from '../world/world';
import type { StepFunctions } from './services/compute';
import type { Iam } from './services/security';
import type { EventBridge } from './services/signals';
import type { Deliver, Delivery } from './eventbridge/deliver';
import { forward } from './eventbridge/forward';
import type { SimulatedLambda } from './lambda/create-lambda';

/** Hands events and schedules over to state machines, functions and buses, each only as far as its permissions allow. */
export const createDeliver =
  (parts: {
    readonly world: World;
    readonly account: string;
    readonly iam: Iam;
    readonly lambda: Pick<SimulatedLambda, 'enqueue'>;
    readonly states: Pick<StepFunctions, 'start'>;
    /** A bus hands over to buses, so each is made before the other. */
    readonly events: () => Pick<EventBridge, 'emit'>;
  }): Deliver =>
  async (delivery) => {
    const { targetArn, roleArn, service, sourceArn, input, causes } = delivery;
    if (roleArn !== undefined) parts.iam.assume(roleArn, service, trustContext(parts.account, delivery));
    switch (/^arn:aws:(\w+):/.exec(targetArn)?.[1]) {
      case 'states':
        // Only functions can name whom they trust: a state machine is started with a role.
        if (roleArn === undefined) throw new Error(`${sourceArn}: the target ${targetArn} needs a RoleArn`);
        parts.states.start({ machineArn: targetArn, input, as: { roleArn }, causes });
        return;
      case 'lambda': {
        const as = roleArn === undefined ? { service, sourceArn } : { roleArn };
        parts.lambda.enqueue({ functionArn: targetArn, payload: input, as, causes });
        return;
      }
      case 'events':
        return forward(parts.world, parts.iam, parts.events(), delivery);
      default:
        throw new Error(`${sourceArn}: targets such as ${targetArn} are not simulated`);
    }
  };

/**
 * A schedule shows the ARN of its group when it assumes a role.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 */
const trustContext = (account: string, { service, sourceArn }: Delivery) => ({
  'aws:SourceAccount': account,
  'aws:SourceArn':
    service === 'scheduler.amazonaws.com'
      ? sourceArn.replace(/:schedule\/([^/]+)\/.*$/, ':schedule-group/$1')
      : sourceArn,
});
