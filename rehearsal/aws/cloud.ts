import type { Json } from '../asl/json';
import type { Delivery } from './eventbridge/deliver';
import type { ResourceType } from '../deploy/resource-type';
import type { World } from '../world/world';
import type { Judgement } from './iam/evaluate';
import type { Grant } from './iam/grants';
import type { Operation } from './operation';

/** What every simulated service offers: answers to SDK commands, and the resource types that templates may create. */
export interface Service {
  /** The SDK client class's name, such as `DynamoDBClient`; undefined where no function calls it. */
  readonly client?: string;
  readonly operations: readonly Operation[];
  readonly resourceTypes: readonly ResourceType[];
}

/** A role as `AssumeRole` and policy evaluation see it. */
export interface Iam extends Service {
  /** Throws `NotAuthorized` unless the role's trust policy lets the service principal assume it. */
  assume(roleArn: string, servicePrincipal: string, context?: Readonly<Record<string, string>>): void;
  /** What the role's policies say of the action. */
  judge(
    roleArn: string,
    action: string,
    resource: string,
    context?: Readonly<Record<string, string | readonly string[]>>,
  ): Judgement;
  /** All that the policies of all roles allow, and what of it was used. */
  grants(): readonly Grant[];
}

/** An item as DynamoDB stores it, unmarshalled, for invariants and pictures only. */
export interface DynamoDb extends Service {
  item(table: string, key: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> | undefined;
  /** Calls `seen` after each committed write with the item before and after, and the trace id of the write. */
  onWrite(seen: (table: string, before: unknown, after: unknown, id: string) => void): void;
}

export interface Datum {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
  /** 1 for high resolution, else 60. */
  readonly resolutionSeconds: 1 | 60;
  /** When it was measured, in milliseconds since 1970; now, if not said. */
  readonly atMs?: number;
}

export interface CloudWatch extends Service {
  /** Stores a data point as of now, as an AWS service (such as RDS) would. */
  put(region: string, datum: Datum, causes: readonly string[]): void;
  /** How an alarm's definition judges the metric stream now, as Route 53's health checks read it; undefined: no such alarm. */
  judge(region: string, alarm: string): 'OK' | 'ALARM' | 'INSUFFICIENT_DATA' | undefined;
  /** Trace ids of the data points that `judge` would look at now. */
  judgedBy(region: string, alarm: string): readonly string[];
}

/** An EventBridge event's envelope. */
export interface Event {
  readonly version: string;
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Json;
}

export interface EventBridge extends Service {
  /** Puts an event on the default bus of a Region, as an AWS service would; rules then match it and call their targets. */
  emit(region: string, event: Event, causes: readonly string[]): void;
  /** Puts a rule of the application there; no event of it is simulated. */
  adoptRule(region: string, bus: string, name: string): void;
  /** Whether such a rule is enabled. */
  isEnabled(region: string, bus: string, name: string): boolean;
  /** What rules handed over to targets so far, in order. */
  readonly delivered: readonly Delivery[];
  /** Hands one of them over once more, as EventBridge may at any time. */
  redeliver(delivery: Delivery, causes: readonly string[]): void;
  /** Every rule, so that one that does nothing can be reported. */
  readonly rules: readonly {
    readonly region: string;
    readonly name: string;
    readonly enabled: boolean;
    readonly targets: number;
  }[];
}

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

/** Network ACLs of subnets; that `denied` denies all is the plan's word. */
export interface Ec2 extends Service {
  adopt(region: string, subnet: string, acls: { readonly open: string; readonly denied: string }): void;
  /** The ACL that a subnet has now. */
  acl(region: string, subnet: string): string | undefined;
}

export interface Scheduler extends Service {
  readonly schedules: readonly {
    readonly region: string;
    readonly name: string;
    readonly enabled: boolean;
    readonly targetArn: string;
  }[];
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

/** Aurora as the application sees it: rows in, rows out. */
export interface Rds extends Service {
  /** Creates a global database that stands before Understudy is deployed. */
  adopt(globalCluster: string, clusters: Readonly<Record<string, string>>, writer: string): void;
  /** The Region whose cluster accepts writes; undefined while none does. */
  writer(globalCluster: string): string | undefined;
  /** Commits a row in `region`; throws where that cluster does not write, or while it restarts. */
  commit(globalCluster: string, region: string, row: { readonly id: string; readonly epoch: number }): void;
  /** Calls `seen` with every row that a cluster has acknowledged, and with the Region that did. */
  onCommit(
    seen: (globalCluster: string, region: string, row: { readonly at: number; readonly epoch: number }) => void,
  ): void;
  /** Rows visible in `region`, in commit order, with the time of commit in ms. */
  rows(
    globalCluster: string,
    region: string,
  ): readonly { readonly id: string; readonly epoch: number; readonly at: number }[];
  /** The rows of the primary cluster, whether or not it writes now: what it does not have, every other one will lose. */
  primaryRows(globalCluster: string): readonly { readonly id: string }[];
  /** From now on, rows take this much longer to reach a secondary. */
  slowReplication(globalCluster: string, region: string, byMs: number): void;
  /** Puts a snapshot there that was made before the rehearsal began. */
  adoptSnapshot(region: string, snapshot: { readonly id: string; readonly cluster: string }): void;
  /** The identifiers of the manual cluster snapshots in a Region that are available. */
  snapshots(region: string): readonly string[];
  /** Calls `seen` after each deletion of a manual snapshot. */
  onDeleteSnapshot(seen: (region: string, id: string) => void): void;
  /** Removes every instance of a cluster (`standby-unready`): a headless secondary cannot be promoted. */
  removeInstances(globalCluster: string, region: string): void;
}

export interface Ecs extends Service {
  adopt(region: string, cluster: string, service: string, tasks: number): void;
  running(region: string, cluster: string, service: string): number;
  /** Every task ends at once, and no other is started until somebody asks for one. */
  end(region: string, cluster: string, service: string): void;
}

export interface Route53 extends Service {
  adoptZone(id: string, name: string): void;
  /** The answer of the zone's name servers now, chosen among healthy records as Route 53 does. */
  answer(name: string, type: string): readonly { readonly value: string; readonly ttlSeconds: number }[];
}

export interface Ssm extends Service {
  /** A person changes the value of a parameter that is there, by the command line. */
  change(region: string, parameter: string, change: (value: string) => string): void;
  value(region: string, parameter: string): string | undefined;
  /** Calls `seen` after each write with the trace id of the call. */
  onPut(seen: (region: string, parameter: string, value: string, id: string) => void): void;
}

export interface S3 extends Service {
  /** The newest version of an object, as text. */
  object(bucket: string, key: string): string | undefined;
  readonly objects: readonly { readonly bucket: string; readonly key: string; readonly region: string }[];
}

export interface Sns extends Service {
  readonly published: readonly {
    readonly topicArn: string;
    readonly subject?: string;
    readonly message: string;
    readonly at: number;
  }[];
}

export interface SecretsManager extends Service {
  adopt(region: string, name: string, value: string): void;
}

export interface Kms extends Service {
  /** The ARN of a key in a Region, from its id, ARN or alias; throws where there is no such key. */
  keyArn(region: string, key: string): string;
  /** The same key with what else is known of it; undefined where there is none. */
  find(
    region: string,
    key: string,
  ): { readonly arn: string; readonly aliases: readonly string[]; readonly enabled: boolean } | undefined;
  /** What somebody does who means another key. */
  disable(region: string, key: string): void;
}

/** The simulated AWS: one account, every Region. State lives in the services; nothing else is global. */
export interface Cloud {
  readonly world: World;
  readonly account: string;
  readonly iam: Iam;
  readonly dynamodb: DynamoDb;
  readonly cloudwatch: CloudWatch;
  readonly events: EventBridge;
  readonly scheduler: Scheduler;
  readonly lambda: Lambda;
  readonly states: StepFunctions;
  readonly rds: Rds;
  readonly ecs: Ecs;
  readonly ec2: Ec2;
  readonly functions: ApplicationFunctions;
  readonly route53: Route53;
  readonly ssm: Ssm;
  readonly s3: S3;
  readonly sns: Sns;
  readonly secrets: SecretsManager;
  readonly kms: Kms;
}
