import type { ClientClass } from '../../lambdas/aws';
import type { MotoSide } from './moto-side';
import type { SimulatedSide } from './simulated-side';

/** Where moto and the simulation part: what the simulation does instead is what AWS documents at `source`. */
export interface Difference {
  /**
   * `no such operation`: moto answers with an HTTP 500 page. An error's name or `success`: how moto's answer ends. A list:
   * members, such as `Parameter.DataType`, that moto does not answer or answers with another value.
   */
  readonly moto: 'no such operation' | 'success' | { readonly error: string } | { readonly members: readonly string[] };
  /** Why, as a sentence's second half for the table: `moto …`. */
  readonly because: string;
  /** The page of AWS's documentation that says what AWS does, or of moto's where moto is silent. */
  readonly source: string;
}

/** What both sides know when they build a request. */
export interface Moment {
  /** The side's own time; the simulation's is virtual. */
  readonly now: Date;
  readonly learned: Learned;
  /** What the side answered to the step before; empty after a refusal, and at first. */
  readonly last: object;
}

/** What only the side itself can name, such as a token or an id; empty where the case learns nothing. */
export type Learned = Readonly<Record<string, string>>;

/** One request, sent to both sides by a real SDK client. */
export interface Step {
  readonly client: ClientClass<unknown>;
  /** Such as `GetItem`. */
  readonly operation: string;
  readonly region: string;
  readonly input: (moment: Moment) => object;
  readonly command: new (input: never) => object;
  /** Members whose values differ from side to side by nature (ids, times, texts for people); their types are compared. */
  readonly varies: readonly string[];
  readonly differs?: Difference;
  /** Awaited on moto before the request is sent: moto goes on in threads of its own, where virtual time has gone on here. */
  readonly awaits?: (side: MotoSide) => Promise<unknown>;
}

/** A behaviour of AWS that both sides must show. */
export interface ContractCase {
  /** A sentence: the subject is AWS. */
  readonly name: string;
  /** Makes the same world on both sides: as a deployment does here, by API calls there. */
  readonly prepare: {
    readonly simulated: (side: SimulatedSide) => void;
    readonly moto: (side: MotoSide) => Promise<void>;
  };
  /** Learns what steps must say, such as the token that whoever was asked for an answer is handed. */
  readonly learn?: {
    readonly simulated: (side: SimulatedSide) => Promise<Learned>;
    readonly moto: (side: MotoSide) => Promise<Learned>;
  };
  readonly steps: readonly Step[];
  /** Effects that no operation of ours can read back: what is to be seen at the end, equal on both sides. */
  readonly effect?: {
    readonly simulated: (side: SimulatedSide) => unknown;
    readonly moto: (side: MotoSide) => Promise<unknown>;
  };
}

/** A service's cases, and where its operations are documented. */
export interface ServiceContract {
  /** The SDK client class's name, such as `DynamoDBClient`. */
  readonly client: string;
  /** The folder in botocore's data, such as `stepfunctions`. */
  readonly model: string;
  /** The page of an operation in AWS's API reference. */
  readonly documentation: (operation: string) => string;
  readonly cases: readonly ContractCase[];
}
