import type { Facts } from './facts';

/** A rule's opinion: what to do, and a sentence for the operator. */
export type Opinion =
  | { readonly says: 'proceed' | 'ask'; readonly because: string }
  /** `isUnanswered`: people were asked, and were silent. */
  | { readonly says: 'hold'; readonly because: string; readonly isUnanswered?: boolean }
  | { readonly says: 'wait'; readonly because: string; readonly waitSeconds: number };

/** One reason to act or not; without an opinion it leaves the decision to the rules after it. Pure. */
export type Rule = (facts: Facts) => Opinion | undefined;

/** The opinion that decided, the rule that had it, and what it was made of. */
export type Verdict = Opinion & { readonly rule: string; readonly facts: Facts };

export const proceed = (because: string): Opinion => ({ says: 'proceed', because });
export const ask = (because: string): Opinion => ({ says: 'ask', because });
export const hold = (because: string): Opinion => ({ says: 'hold', because });
export const wait = (because: string, waitSeconds = 10): Opinion => ({ says: 'wait', because, waitSeconds });
