import type { Json } from '../../asl/json';
import type { Service } from './simulated-service';

/** Lambda functions of the application: their code is not run, only what lets them run is kept. */
export interface ApplicationFunctions extends Service {
  adopt(
    region: string,
    name: string,
    settings: { readonly timeoutSeconds: number; readonly eventSources: number },
  ): void;
  /** Whether anything can still invoke it. */
  runs(region: string, name: string): boolean;
}

export interface Lambda extends Service {
  /** Invokes a function (by unqualified, version or alias ARN) and answers its result; a failed invocation throws `FunctionFault`. */
  invoke(request: {
    readonly functionArn: string;
    readonly payload: Json;
    /** The role that asks (Step Functions, Scheduler), or the service principal and source ARN (rules). */
    readonly as: { readonly roleArn: string } | { readonly service: string; readonly sourceArn: string };
    readonly causes: readonly string[];
    /** Epoch of the run on whose behalf this is, for the list of effects. */
    readonly run?: string;
  }): Promise<Json>;
}

/** One execution of a state machine, for the timeline, the summary and the invariants. */
export interface Execution {
  readonly arn: string;
  readonly name: string;
  readonly machine: string;
  readonly region: string;
  readonly startedAt: number;
  /** Trace ids of what started it. */
  readonly causes: readonly string[];
  readonly input: Json;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  endedAt?: number;
  output?: Json;
  error?: string;
  cause?: string;
}

export interface StepFunctions extends Service {
  /** Starts a machine as the given role (rules, Scheduler) or as a person in the console. */
  start(request: {
    readonly machineArn: string;
    readonly name?: string;
    readonly input: Json;
    readonly as: { readonly roleArn: string } | 'console';
    readonly causes: readonly string[];
  }): Execution;
  /**
   * A person stops an execution in the console; a function that works for it goes on to its end.
   * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html
   */
  stop(execution: Execution): void;
  readonly executions: readonly Execution[];
  readonly machines: readonly { readonly arn: string; readonly name: string; readonly region: string }[];
}

export interface Ecs extends Service {
  adopt(region: string, cluster: string, service: string, tasks: number): void;
  running(region: string, cluster: string, service: string): number;
  /** Every task ends at once, and no other is started until somebody asks for one. */
  end(region: string, cluster: string, service: string): void;
}
