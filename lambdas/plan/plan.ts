import type { AuroraGlobal } from '../resources/aurora-global/schema';
import type { EcsService } from '../resources/ecs-service/schema';
import type { GateParameter } from '../resources/gate-parameter/schema';
import type { Route53Records } from '../resources/route53-records/schema';

/** A Region's name, such as `us-east-1`. */
export type Region = string;

/** What a kind's `schema.ts` describes; `kind` tells which. */
export type Resource = AuroraGlobal | EcsService | GateParameter | Route53Records;

/** A question asked of the application over HTTP; `{region}` in `url` becomes the Region asked about. */
export interface Check {
  readonly name: string;
  /** `http`: GET, good when the status is 200. `canary`: POST that writes and reads back, answered by whoever writes. */
  readonly kind: 'http' | 'canary';
  readonly url: string;
  readonly timeoutSeconds: number;
}

/** A parsed plan: one application, all durations in seconds. Only `parsePlan` makes one. */
export interface Plan {
  readonly application: string;
  /** Part of every name, so that a second set can be deployed beside the first. */
  readonly generation: number;
  readonly traffic: 'active-passive';
  readonly objectives: { readonly rtoSeconds: number; readonly rpoSeconds: number };
  readonly automation: {
    readonly mode: 'observe' | 'approve' | 'automatic';
    readonly sustainedSeconds: number;
    readonly cooldownSeconds: number;
    readonly maxPerDay: number;
    /** Where only a person may decide, `people` of these roles must say yes before the question expires. */
    readonly approval: { readonly roles: readonly string[]; readonly people: number; readonly expiresSeconds: number };
    /** Times, in ISO 8601, in which nothing moves by itself. */
    readonly freezes: readonly { readonly from: string; readonly until: string; readonly because: string }[];
    /** The same every week, in UTC; `at` is such as `02:30`. */
    readonly maintenance: readonly {
      readonly days: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
      readonly at: string;
      readonly forSeconds: number;
      readonly because: string;
    }[];
  };
  /** In order of preference; `share` is the percentage of traffic. */
  readonly regions: readonly { readonly name: Region; readonly share: number }[];
  readonly authority: {
    readonly regions: readonly Region[];
    /** Who holds the lease may write for `ttlSeconds`; gates close `marginSeconds` before that (S11). */
    readonly lease: { readonly ttlSeconds: number; readonly renewSeconds: number; readonly marginSeconds: number };
  };
  readonly checks: readonly Check[];
  /** Pages of third parties; an observer that reaches none of them abstains (S2). */
  readonly references: readonly string[];
  /** One more observer, in no Region: Route 53 asks the first http check and answers in TXT records below `record`. */
  readonly witness?: { readonly zone: string; readonly record: string };
  readonly resources: readonly Resource[];
  /** What is watched between disasters: a replica that is further behind than `lagSeconds` is told of. */
  readonly watch: { readonly lagSeconds: number };
  /** How often each database is backed up, where the copy goes, and for how long both are kept. */
  readonly backups: readonly {
    readonly resource: string;
    readonly everySeconds: number;
    readonly copyTo: Region;
    readonly keepSeconds: number;
  }[];
  /** Alarms and health checks of the user's that wake a failover of `lost` up: `alarm` with `in`, or `healthCheck`. */
  readonly signals: readonly {
    readonly alarm?: string;
    readonly in?: Region;
    readonly healthCheck?: string;
    readonly lost: Region;
  }[];
  readonly notify: { readonly sns: boolean; readonly slack?: { readonly secret: string } };
}
