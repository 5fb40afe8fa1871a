import { iso } from '../clock';
import { readAuthority, type AuthorityItem } from '../authority/authority';
import type { Expectation } from '../authority/lead';
import { gateOpenMs } from '../authority/lease';
import { AuthorityUnreachable, type Replicas } from '../authority/replicas';
import { standingIn, type Standing } from '../authority/standing';
import { readVotes } from '../authority/votes';
import type { Facts } from '../decision/facts';
import type { Vote } from '../observation/vote';
import type { Plan, Region } from '../plan/plan';
import { LOOK_SECONDS } from '../plan/timing';
import { quietTimeAt } from '../plan/quiet-time';
import type { Move } from '../resources/kind';
import type { Signal } from '../signals/signal';
import { askAdvice } from './advice';
import { authorityFact } from './authority-fact';
import { expectation } from './expectation';
import { hearWitness } from './hear-witness';
import { judgeLeader, preferredTo } from './leader';
import { boundLosses } from './loss';
import { lastAnswerMs, questionFact } from './question-fact';
import { askReadiness } from './readiness';
import { isFresh } from '../decision/electorate';
import { electorate, freshlyDown, voteFact } from './votes-on';

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
  /** When the suspect was last well beyond doubt, ISO 8601. */
  readonly lastHealthyAt?: string;
  /** Who may act now; undefined while the authority is unknown. */
  readonly standing?: Standing;
}

/** Gathers the facts; only reads. */
export const assess = async (plan: Plan, replicas: Replicas, question: Question): Promise<Assessment> => {
  const { here, signal } = question;
  const { outside } = replicas;
  const [readiness, advice] = await Promise.all([
    askReadiness(plan, here, outside),
    askAdvice(replicas, signal.suspect),
  ]);
  // Last, because the lead is taken on these, and a slow target must not make them old (S1).
  const [item, votes] = await Promise.all([
    unlessUnreachable(readAuthority(replicas), undefined),
    unlessUnreachable(readVotes(replicas), []),
  ]);
  const nowMs = outside.clock.now();
  const witness = hearWitness(plan, votes, { suspect: signal.suspect, nowMs });
  const heard = witness ? [...votes, witness] : votes;
  const votesOn = (region: Region) => votes.map((vote) => voteFact(vote, region, nowMs));
  // Its own lead may have come through although no answer told so: the run goes on with it, or gives it back.
  const isOurs = item?.run?.name === question.run && item.run.region === here;
  const leader = judgeLeader(isOurs ? undefined : item?.run, votesOn, plan, nowMs);
  const preferred = preferredTo(plan, { suspect: signal.suspect, target: here }, votesOn);
  const expects = expectation(plan, item, leader, heard, { here, suspect: signal.suspect }, nowMs);
  const losses = boundLosses(plan, votes, {
    from: signal.suspect,
    to: here,
    gateClosedMs: gateClosedMs(plan, item, expects, signal.suspect, nowMs),
  });
  const quiet = quietTimeAt(plan.automation, nowMs);
  const asked = questionFact(item, { run: question.run, here, suspect: signal.suspect }, nowMs);
  const waitsSinceMs = Math.max(Date.parse(question.startedAt), asked?.isOurs ? lastAnswerMs(item) : 0);
  const wrongClock = replicas.clockGuard.objection();
  const facts: Facts = {
    signal: { from: signal.from, because: signal.because, ...accepted(signal), ...attested(signal) },
    suspect: signal.suspect,
    target: here,
    runSeconds: (nowMs - waitsSinceMs) / 1000,
    automation: plan.automation,
    rpoSeconds: plan.objectives.rpoSeconds,
    ...(quiet ? { quiet } : {}),
    ...(wrongClock ? { clock: { because: wrongClock } } : {}),
    ...(item ? { authority: authorityFact(item, leader, plan, nowMs) } : {}),
    ...(preferred.length > 0 ? { preferred } : {}),
    ...(asked ? { question: asked } : {}),
    votes: electorate(heard, signal.suspect).map((vote) => voteFact(vote, signal.suspect, nowMs)),
    targetVotes: electorate(votes, signal.suspect).map((vote) => voteFact(vote, here, nowMs)),
    losses,
    readiness,
    ...(advice.length > 0 ? { advice } : {}),
  };
  const lastHealthyAt = lastHealthy(votes, signal.suspect, nowMs);
  const bounds = losses.map(({ boundSeconds }) => boundSeconds);
  return {
    facts,
    move: {
      run: question.run,
      epoch: (item?.epoch ?? 0) + (isOurs ? 0 : 1),
      from: signal.suspect,
      to: here,
      ...(bounds.every((bound) => bound !== undefined) ? { lossBoundSeconds: Math.max(0, ...bounds) } : {}),
      ...(signal.acceptsLossSeconds !== undefined || isApproved(asked) ? { lossAccepted: true } : {}),
      ...(signal.attestsFence === undefined ? {} : { fenceAttested: signal.attestsFence }),
      silentChecks: silentChecks(votes, signal.suspect, nowMs),
    },
    expects,
    ...(lastHealthyAt === undefined ? {} : { lastHealthyAt }),
    ...(item ? { standing: standingIn(item) } : {}),
  };
};

const accepted = ({ acceptsLossSeconds }: Signal): Pick<Signal, 'acceptsLossSeconds'> =>
  acceptsLossSeconds === undefined ? {} : { acceptsLossSeconds };

const attested = ({ attestsFence }: Signal): Pick<Signal, 'attestsFence'> =>
  attestsFence === undefined ? {} : { attestsFence };

const isApproved = (asked: Facts['question']): boolean => asked?.isOurs === true && asked.says === 'yes';

/** The last moment at which a gate of the old Region may be, or was, open: by its last renewal, or by a break-glass (S15). */
const gateClosedMs = (
  plan: Plan,
  item: AuthorityItem | undefined,
  { renewalSeenAt }: Expectation,
  suspect: Region,
  nowMs: number,
): number => {
  const { lease } = plan.authority;
  const brokenUntilMs = item?.breakGlass?.region === suspect ? Date.parse(item.breakGlass.until) : -Infinity;
  // A lease that an earlier run took away was counted by that run.
  const taken = item?.lease === undefined ? item?.run : undefined;
  const leaseEndedMs = taken
    ? Date.parse(taken.oldGateClosedAt) - lease.marginSeconds * 1000
    : (renewalSeenAt === undefined ? nowMs : Date.parse(renewalSeenAt)) + gateOpenMs(lease);
  return Math.max(brokenUntilMs, leaseEndedMs);
};

/** The checks that failed for everybody who freshly says *down*. */
const silentChecks = (votes: readonly Vote[], suspect: Region, nowMs: number): readonly string[] => {
  const failing = freshlyDown(votes, suspect, nowMs).map(({ opinion }) => opinion.failing);
  return (failing[0] ?? []).filter((check) => failing.every((names) => names.includes(check)));
};

/**
 * When the suspect was last well beyond doubt: at the earliest last good look of anybody outside, or before that at the
 * look before the first bad one of those who still say *down*, the suspect's own word included. In a grey failure some
 * looks are good, and users may have seen the loss as soon as anybody did (S31).
 */
const lastHealthy = (votes: readonly Vote[], suspect: Region, nowMs: number): string | undefined =>
  [
    ...opinionsOn(electorate(votes, suspect), suspect).map(({ lastHealthyAt }) => lastHealthyAt),
    ...opinionsOn(
      votes.filter((vote) => isFresh(voteFact(vote, suspect, nowMs))),
      suspect,
    ).map(({ says, since }) => (says === 'down' ? iso(Date.parse(since) - LOOK_SECONDS * 1000) : undefined)),
  ]
    .filter((at) => at !== undefined)
    .sort()
    .at(0);

const opinionsOn = (votes: readonly Vote[], suspect: Region) =>
  votes.flatMap(({ opinions }) => opinions).filter(({ region }) => region === suspect);

const unlessUnreachable = async <T>(reading: Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await reading;
  } catch (fault) {
    if (fault instanceof AuthorityUnreachable) return otherwise;
    throw fault;
  }
};
