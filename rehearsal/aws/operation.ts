import type { CallLimits } from '../../lambdas/aws';
import type { World } from '../world/world';
import type { LatencyName } from './latencies';

/** Who asks: a role in a Region, on behalf of a function or of an AWS service. */
export interface Caller {
  /** The Lambda function's or machine's ARN, or a service principal such as `events.amazonaws.com`. */
  readonly name: string;
  readonly region: string;
  readonly roleArn: string;
  /** Trace ids of what led to the call, newest last. */
  causes(): readonly string[];
}

/** One request as a simulated service sees it. */
export interface Call {
  readonly world: World;
  readonly account: string;
  /** The Region that answers. */
  readonly region: string;
  readonly caller: Caller;
  readonly limits: CallLimits;
  /** The trace id of this call; state changes name it as their cause. */
  readonly id: string;
}

type Command = new (input: never) => { readonly input: object };
type InputOf<C extends Command> = InstanceType<C>['input'];
type OutputOf<C> = C extends new (...args: never[]) => {
  resolveMiddleware(...args: never[]): (...args: never[]) => Promise<{ output: infer O }>;
}
  ? Omit<O, '$metadata'>
  : never;

/** How one SDK operation behaves. */
export interface Operation {
  /** The command class's name, such as `GetItemCommand`. */
  readonly command: string;
  /** The IAM actions and the ARNs that each is checked against (`*` where AWS has no resource level). */
  readonly authorize: (
    input: never,
    call: Call,
  ) => readonly {
    readonly action: string;
    readonly resource: string;
    readonly context?: Readonly<Record<string, string>>;
  }[];
  readonly latency: LatencyName;
  /** What this call changes outside Understudy's own table and metrics; its name is the effect's target. */
  readonly effect?: (input: never, call: Call) => string | undefined;
  /**
   * Answers, or throws the client's own exception. Runs at the moment the request arrives; must not wait, but may promise
   * the answer where the service itself does something first that takes its time.
   */
  readonly run: (input: never, call: Call) => object | Promise<object>;
}

/** Declares an operation, typed by its command class. */
export const operation = <C extends Command>(
  command: C,
  behaviour: {
    authorize: (input: InputOf<C>, call: Call) => ReturnType<Operation['authorize']>;
    latency: LatencyName;
    effect?: (input: InputOf<C>, call: Call) => string | undefined;
    run: (input: InputOf<C>, call: Call) => OutputOf<C> | Promise<OutputOf<C>>;
  },
): Operation => ({ command: command.name, ...behaviour }) as Operation;
