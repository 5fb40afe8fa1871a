import type { Json } from '../../asl/json';

/** What EventBridge or its Scheduler asks of a target. */
export interface Delivery {
  /** The state machine to start, the Lambda function to invoke or the event bus to put an event on. */
  readonly targetArn: string;
  /** The role to assume; without one, the target's own resource policy must allow `service` with `sourceArn`. */
  readonly roleArn?: string;
  /** Who assumes the role, such as `events.amazonaws.com`. */
  readonly service: 'events.amazonaws.com' | 'scheduler.amazonaws.com';
  /** The ARN of the rule or schedule. */
  readonly sourceArn: string;
  readonly region: string;
  readonly input: Json;
  /** Trace ids of what led to it. */
  readonly causes: readonly string[];
}

/**
 * Starts a state machine, invokes a function asynchronously or puts an event on another bus. Resolves as soon as the target has *accepted*: how a run
 * or an invocation ends is not the bus's business. Rejects where the target could not be asked.
 */
export type Deliver = (delivery: Delivery) => Promise<void>;
