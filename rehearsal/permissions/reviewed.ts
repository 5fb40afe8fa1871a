/** Permissions that no rehearsal uses, and why they stay. */
export interface Reviewed {
  readonly action: RegExp;
  /** Whose; absent: everybody's. */
  readonly holder?: RegExp;
  /** On what; absent: on anything. */
  readonly resource?: RegExp;
  readonly because: string;
}

/** The first entry that speaks of a permission is its reason. */
export const reviewed: readonly Reviewed[] = [
  { action: /^logs:/, because: 'Lambda and Step Functions write logs by themselves, which is not simulated' },
  { action: /^xray:/, because: 'Lambda and Step Functions send traces by themselves, which is not simulated' },
];
