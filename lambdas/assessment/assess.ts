import { readAuthority, type AuthorityItem } from '../authority/authority';
import { coolDownEndsMs, movesToday } from '../authority/cool-down';
import { abandonedFor, type Expectation } from '../authority/lead';
import { gateOpenMs } from '../authority/lease';
import { AuthorityUnreachable, type Replicas } from '../authority/replicas';
import { standingIn, type Standing } from '../authority/standing';
import { readVotes } from '../authority/votes';
import { isFresh } from '../decision/electorate';
import type { AuthorityFact, Facts, VoteFact } from '../decision/facts';
import type { Vote } from '../observation/vote';
import type { Plan, Region } from '../plan/plan';
import { quietTimeAt } from '../plan/quiet-time';
import type { Move } from '../resources/kind';
import type { Signal } from '../signals/signal';
import { askAdvice } from './advice';
import { hearWitness } from './hear-witness';
import { boundLosses } from './loss';
import { lastAnswerMs, questionFact } from './question-fact';
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
  /** Who may act now; undefined while the authority is unknown. */
  readonly standing?: Standing;
}

/** Gathers the facts; only reads. */
export const assess = async (plan: Plan, replicas: Replicas, question: Question): Promise<Assessment> => {
  const { here, signal } = question;
  const { outside } = replicas;
  const [item, votes, readiness, advice] = await Promise.all([
    unlessUnreachable(readAuthority(replicas), undefined),
    unlessUnreachable(readVotes(replicas), []),
    askReadiness(plan, here, outside),
    askAdvice(replicas, signal.suspect),
  ]);
  const nowMs = outside.clock.now();
  const witness = hearWitness(plan, votes, { suspect: signal.suspect, nowMs });
  const heard = witness ? [...votes, witness] : votes;
  const expects = expectation(item, heard, question, nowMs);
  const losses = boundLosses(plan, votes, {
    from: signal.suspect,
    to: here,
    gateClosedMs: gateClosedMs(plan, item, expects, nowMs),
  });
  const quiet = quietTimeAt(plan.automation, nowMs);
  const asked = questionFact(item, { run: question.run, here, suspect: signal.suspect }, nowMs);
  const waitsSinceMs = Math.max(Date.parse(question.startedAt), asked?.isOurs ? lastAnswerMs(item) : 0);
  const wrongClock = replicas.clockGuard.objection();
  const facts: Facts = {
    signal: { from: signal.from, because: signal.because, ...accepted(signal) },
    suspect: signal.suspect,
    target: here,
    runSeconds: (nowMs - waitsSinceMs) / 1000,
    automation: plan.automation,
    rpoSeconds: plan.objectives.rpoSeconds,
    ...(quiet ? { quiet } : {}),
    ...(wrongClock ? { clock: { because: wrongClock } } : {}),
    ...(item ? { authority: authorityFact(item, plan, nowMs) } : {}),
    ...(asked ? { question: asked } : {}),
    votes: electorate(heard, signal.suspect).map((vote) => voteFact(vote, signal.suspect, nowMs)),
    targetVotes: electorate(votes, signal.suspect).map((vote) => voteFact(vote, here, nowMs)),
    losses,
    readiness,
    ...(advice.length > 0 ? { advice } : {}),
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
      ...(signal.acceptsLossSeconds !== undefined || isApproved(asked) ? { lossAccepted: true } : {}),
      silentChecks: silentChecks(votes, signal.suspect, nowMs),
    },
    expects,
    ...(lastHealthyAt === undefined ? {} : { lastHealthyAt }),
    ...(item ? { standing: standingIn(item) } : {}),
  };
};

const accepted = ({ acceptsLossSeconds }: Signal): Pick<Signal, 'acceptsLossSeconds'> =>
  acceptsLossSeconds === undefined ? {} : { acceptsLossSeconds };

const isApproved = (asked: Facts['question']): boolean => asked?.isOurs === true && asked.says === 'yes';

/** Observers outside the suspected Region (S1). */
const electorate = (votes: readonly Vote[], suspect: Region): readonly Vote[] =>
  votes.filter(({ observer }) => observer !== suspect);

/** The last moment at which a gate of the old Region may be open, by its last renewal (S15). */
const gateClosedMs = (
  plan: Plan,
  item: AuthorityItem | undefined,
  { renewalSeenAt }: Expectation,
  nowMs: number,
): number => {
  const { lease } = plan.authority;
  // A lease that an earlier run took away was counted by that run.
  if (item?.run && !item.lease) return Date.parse(item.run.oldGateClosedAt) - lease.marginSeconds * 1000;
  return (renewalSeenAt === undefined ? nowMs : Date.parse(renewalSeenAt)) + gateOpenMs(lease);
};

/** The checks that failed for everybody who freshly says *down*. */
const silentChecks = (votes: readonly Vote[], suspect: Region, nowMs: number): readonly string[] => {
  const failing = freshlyDown(votes, suspect, nowMs).map(({ opinion }) => opinion.failing);
  return (failing[0] ?? []).filter((check) => failing.every((names) => names.includes(check)));
};

const freshlyDown = (votes: readonly Vote[], suspect: Region, nowMs: number) =>
  electorate(votes, suspect).flatMap((vote) => {
    const opinion = vote.opinions.find(({ region, says }) => region === suspect && says === 'down');
    return opinion && isFresh(voteFact(vote, suspect, nowMs)) ? [{ vote, opinion }] : [];
  });

const lastHealthy = (votes: readonly Vote[], suspect: Region): string | undefined =>
  votes
    .filter(({ observer }) => observer !== suspect)
    .flatMap(({ opinions }) => opinions)
    .flatMap(({ region, lastHealthyAt }) => (region === suspect && lastHealthyAt ? [lastHealthyAt] : []))
    .sort()
    // The earliest, because users may have seen the loss as soon as anybody did (S31).
    .at(0);

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
    traffic: item.traffic,
    ...(item.run ? { leader: leaderFact(item.run, nowMs) } : {}),
    ...(item.killSwitch ? { killSwitch: item.killSwitch } : {}),
    cooldownLeftSeconds: endsMs === undefined ? 0 : (endsMs - nowMs) / 1000,
    movesToday: movesToday(item, nowMs),
  };
};

const leaderFact = (run: NonNullable<AuthorityItem['run']>, nowMs: number) => ({
  run: run.name,
  region: run.region,
  since: run.startedAt,
  abandoned: abandonedFor(run, nowMs) !== undefined,
});

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
  { here, signal }: Question,
  nowMs: number,
): Expectation => {
  const sight = votes.find(({ observer }) => observer === here)?.leaseSeen;
  const isOfThisLease = sight?.epoch === item?.epoch && sight?.renewal === item?.lease?.renewal;
  return {
    epoch: item?.epoch ?? 0,
    ...(item?.lease ? { renewal: item.lease.renewal, renewedAt: item.lease.at } : {}),
    ...(item?.run && abandonedFor(item.run, nowMs) !== undefined ? { abandonedSeenAt: item.run.seenAt } : {}),
    ...(sight && isOfThisLease ? { renewalSeenAt: sight.at } : {}),
    votes: freshlyDown(votes, signal.suspect, nowMs).map(({ vote: { observer }, opinion: { says, since } }) => ({
      observer,
      says,
      since,
    })),
  };
};
