import { decide, nameOf, rules } from './decide';
import type { Facts } from './facts';
import type { Opinion, Verdict } from './verdict';

/** What one rule says of the facts; without `says` it leaves the decision to others. */
export interface RuleOpinion {
  readonly rule: string;
  readonly says?: Opinion['says'];
  readonly because?: string;
  /** Whether this rule decided. */
  readonly decides: boolean;
}

/** A verdict with every rule's opinion. */
export interface Explanation {
  readonly verdict: Omit<Verdict, 'facts'>;
  readonly opinions: readonly RuleOpinion[];
}

/**
 * Says what every rule thinks of the facts, those behind the deciding one too: what they object to would stand in the way
 * next. Only a rule that decides says `proceed`, because it relies on the silence of all before it.
 */
export const explain = (facts: Facts): Explanation => {
  const { facts: seen, ...verdict } = decide(facts);
  const opinions = rules.map((rule): RuleOpinion => {
    const name = nameOf(rule);
    const decides = name === verdict.rule;
    if (decides) return { rule: name, says: verdict.says, because: verdict.because, decides };
    const opinion = rule(seen);
    if (!opinion || opinion.says === 'proceed') return { rule: name, decides };
    return { rule: name, says: opinion.says, because: opinion.because, decides };
  });
  return { verdict, opinions };
};
