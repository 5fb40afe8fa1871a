/** A function as its template made it. Nothing updates one in a rehearsal, so every version has the same settings. */
export interface FunctionSettings {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly handler: string;
  readonly codeDir: string;
  readonly roleArn: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Directories of the layers' contents, which appear under `/opt`. */
  readonly layerDirs: readonly string[];
  readonly concurrencyMax: number;
  /** Published version numbers, as the qualifiers of ARNs. */
  readonly versions: string[];
}

/** One statement of a function's resource policy. */
export interface Permission {
  /** The ARN it is attached to, qualified or not. */
  readonly functionArn: string;
  readonly service: string;
  readonly sourceArn: string | undefined;
  readonly sourceAccount: string | undefined;
}

export interface LambdaStore {
  readonly account: string;
  /** By unqualified ARN. */
  readonly functions: Map<string, FunctionSettings>;
  /** Directories of layers' contents by ARN. */
  readonly layers: Map<string, string>;
  readonly permissions: Permission[];
}
