import type { Dns } from '../../lambdas/dns';
import type { Route53 } from '../aws/services/network';

/** Looks a name up as a caching resolver does; an empty list where nobody answers. */
export type Resolver = (name: string, type: Parameters<Dns>[1]) => readonly string[];

/** What a resolver that does not know a name asks; undefined while it reaches no name server. */
export type AskNameServers = (name: string, type: string) => ReturnType<Route53['answer']> | undefined;

/**
 * A resolver that keeps each answer for its TTL and no longer. `leftAtFirst`, from 0 to 1, is the part of the TTL that is
 * left of a name's first answer, because somebody else asked this resolver before. That a name does not exist is not kept.
 * While it ignores TTLs, it goes on with whatever it has.
 */
export const createResolver = (
  now: () => number,
  ask: AskNameServers,
  leftAtFirst = 1,
  ignoresTtl = (): boolean => false,
): Resolver => {
  const cache = new Map<string, { readonly values: readonly string[]; readonly untilMs: number }>();
  return (name, type) => {
    const key = `${type} ${name.toLowerCase()}`;
    const kept = cache.get(key);
    if (kept && (now() < kept.untilMs || ignoresTtl())) return kept.values;
    const answers = ask(name, type) ?? [];
    const values = answers.map(({ value }) => value);
    if (answers.length === 0) return values;
    const ttlMs = Math.min(...answers.map(({ ttlSeconds }) => ttlSeconds)) * 1_000;
    cache.set(key, { values, untilMs: now() + ttlMs * (kept ? 1 : leftAtFirst) });
    return values;
  };
};
