import type { Json } from '../../asl/json';
import type { Delivery } from '../eventbridge/deliver';
import type { Service } from './simulated-service';

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

export interface Scheduler extends Service {
  readonly schedules: readonly {
    readonly region: string;
    readonly name: string;
    readonly enabled: boolean;
    readonly targetArn: string;
  }[];
}

export interface Sns extends Service {
  readonly published: readonly {
    readonly topicArn: string;
    readonly subject?: string;
    readonly message: string;
    readonly at: number;
  }[];
}
