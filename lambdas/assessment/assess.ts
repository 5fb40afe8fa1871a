import { readAuthority, type AuthorityItem } from '../authority/authority';
import { coolDownEndsMs, movesToday } from '../authority/cool-down';
import type { Expectation } from '../authority/lead';
import { AuthorityUnreachable, type Replicas } from '../authority/replicas';
import { readVotes } from '../authority/votes';
import type { AuthorityFact, Facts, VoteFact } from '../decision/facts';
import type { Vote } from '../observation/vote';
import type { Plan, Region } from '../plan/plan';
import type { Move } from '../resources/kind';
import type { Signal } from '../signals/signal';
import { boundLosses } from './loss';
import { askReadiness } from './readiness';

/** Which run asks, where it runs, and what woke it up. */
export interface Question {
  readonly run: string;
  readonly startedAt: string;
  readonly here: Region;
  readonly signal: Signal;
}

/** What was found: facts for the verdict, and what the lead is to be taken on. */
export interface Assessment {
  readonly facts: Facts;
  readonly move: Move;
  readonly expects: Expectation;
  /** When anyone outside last saw the suspect healthy, ISO 8601. */
  readonly lastHealthyAt?: string;
}

/** Gathers the facts; only reads. */
export const assess = async (plan: Plan, replicas: Replicas, question: Question): Promise<Assessment> => {
  const { here, signal } = question;
  const { outside } = replicas;
  const [item, votes, readiness] = await Promise.all([
    unlessUnreachable(readAuthority(replicas), undefined),
    unlessUnreachable(readVotes(replicas), []),
    askReadiness(plan, here, outside),
  ]);
  const nowMs = outside.clock.now();
  const losses = boundLosses(plan, votes, signal.suspect, here);
  const facts: Facts = {
    signal: { from: signal.from, because: signal.because },
    suspect: signal.suspect,
    target: here,
    runSeconds: (nowMs - Date.parse(question.startedAt)) / 1000,
    automation: plan.automation,
    rpoSeconds: plan.objectives.rpoSeconds,
    ...(item ? { authority: authorityFact(item, plan, nowMs) } : {}),
    votes: votes
      .filter(({ observer }) => observer !== signal.suspect)
      .map((vote) => voteFact(vote, signal.suspect, nowMs)),
    losses,
    readiness,
  };
  const lastHealthyAt = lastHealthy(votes, signal.suspect);
  const bounds = losses.map(({ boundSeconds }) => boundSeconds);
  return {
    facts,
    move: {
      run: question.run,
      epoch: (item?.epoch ?? 0) + 1,
      from: signal.suspect,
      to: here,
      ...(bounds.every((bound) => bound !== undefined) ? { lossBoundSeconds: Math.max(0, ...bounds) } : {}),
    },
    expects: expectation(item, votes, here, facts.votes, nowMs),
    ...(lastHealthyAt === undefined ? {} : { lastHealthyAt }),
  };
};

const lastHealthy = (votes: readonly Vote[], suspect: Region): string | undefined =>
  votes
    .filter(({ observer }) => observer !== suspect)
    .flatMap(({ opinions }) => opinions)
    .flatMap(({ region, lastHealthyAt }) => (region === suspect && lastHealthyAt ? [lastHealthyAt] : []))
    .sort()
    .at(-1);

const unlessUnreachable = async <T>(reading: Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await reading;
  } catch (fault) {
    if (fault instanceof AuthorityUnreachable) return otherwise;
    throw fault;
  }
};

const authorityFact = (item: AuthorityItem, plan: Plan, nowMs: number): AuthorityFact => {
  const endsMs = coolDownEndsMs(item, plan.automation.cooldownSeconds);
  return {
    active: item.active,
    epoch: item.epoch,
    ...(item.run ? { leader: { run: item.run.name, region: item.run.region, since: item.run.startedAt } } : {}),
    ...(item.killSwitch ? { killSwitch: item.killSwitch } : {}),
    cooldownLeftSeconds: endsMs === undefined ? 0 : (endsMs - nowMs) / 1000,
    movesToday: movesToday(item, nowMs),
  };
};

const voteFact = ({ observer, at, opinions }: Vote, suspect: Region, nowMs: number): VoteFact => {
  const ageSeconds = (nowMs - Date.parse(at)) / 1000;
  const opinion = opinions.find(({ region }) => region === suspect);
  if (!opinion) return { observer, says: 'unknown', ageSeconds, lastedSeconds: 0, because: 'says nothing of it' };
  const lastedSeconds = (Date.parse(at) - Date.parse(opinion.since)) / 1000;
  return { observer, says: opinion.says, ageSeconds, lastedSeconds, because: opinion.because };
};

const expectation = (
  item: AuthorityItem | undefined,
  votes: readonly Vote[],
  here: Region,
  facts: readonly VoteFact[],
  nowMs: number,
): Expectation => {
  const sight = votes.find(({ observer }) => observer === here)?.leaseSeen;
  const isOfThisLease = sight?.epoch === item?.epoch && sight?.renewal === item?.lease?.renewal;
  return {
    epoch: item?.epoch ?? 0,
    ...(item?.lease ? { renewal: item.lease.renewal } : {}),
    ...(sight && isOfThisLease ? { renewalSeenAt: sight.at } : {}),
    votes: facts
      .filter(({ says }) => says === 'down')
      .map(({ observer, says, ageSeconds, lastedSeconds }) => ({
        observer,
        says,
        since: new Date(nowMs - (ageSeconds + lastedSeconds) * 1000).toISOString(),
      })),
  };
};
