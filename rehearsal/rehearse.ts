import { createHash } from 'node:crypto';
import type { Plan } from '../lambdas/plan/plan';
import type { Grant } from './aws/iam/grants';
import type { EffectRecord, Exchange } from './aws/endpoint/records';
import type { Fault } from './faults/fault';
import { cast, type Spell } from './faults/spell';
import type { Mend } from './faults/spoil';
import { violationsIn } from './invariants/all';
import type { Violation } from './invariants/recording';
import type { RunState } from './invariants/runs';
import { findProblems } from './judge';
import { movesOf, type Move } from './moves';
import { decisiveRun, runsOf, type RunRecord } from './outcome';
import { patience, settle } from './patience';
import type { Moment } from './report/chronicle';
import { expectationOf, type Scenario, type Stage } from './scenarios/scenario';
import { premisesOf } from './premises';
import { replayEvents } from './replay-events';
import { setTheStage, type Theatre } from './set-the-stage';
import { findUnsteady } from './steady';
import { createWorld, type DrivenWorld } from './world/create-world';
import type { ObservedObjectives, UserRequest } from './world/objectives';
import { createUsers, type Users } from './world/users';
import type { TraceEntry } from './world/world';

/** What to rehearse. */
export interface Request {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly seed: number;
  /** Faults beside the scenario's own; whatever started a run does not matter then, and functions may fail and be retried. */
  readonly faults?: readonly Fault[];
  /** Faults that pass, at their times after the strike; what a scenario expects is not expected with them. */
  readonly spells?: readonly Spell[];
  /** Called when everything has come to rest, with what ends the scenario; answers what is not as it must be then. */
  readonly afterwards?: (stage: Stage, users: Users, mend?: Mend) => Promise<readonly string[]>;
  /** After all that, so large a share of the events that there were is delivered once more; none, if absent. */
  readonly replays?: number;
  /** The directory of the cloud assembly to deploy. */
  readonly assemblyDir: string;
  /** Hears every line of the timeline when it happens. */
  readonly listen?: (moment: Moment) => void;
  /** Hears every request that reaches a simulated service once the stage is set, with what the service makes of it. */
  readonly overhear?: (exchange: Exchange) => void;
}

/** What came of a rehearsal. */
export interface Rehearsal {
  readonly request: Request;
  /** The runs of the scenario's journey since the strike. */
  readonly runs: readonly RunRecord[];
  /** Every run of every journey. */
  readonly everyRun: readonly RunState[];
  readonly decisive?: RunRecord;
  /** Every move that was made, in their order, with what users saw of it. */
  readonly moves: readonly Move[];
  /** What users saw altogether. */
  readonly observed: ObservedObjectives;
  /** Everything that users asked, in the order of time. */
  readonly requests: readonly UserRequest[];
  /** When the rehearsal began, in milliseconds since 1970 of virtual time, and the seconds from then to the strike. */
  readonly beganMs: number;
  readonly struckAt: number;
  readonly moments: readonly Moment[];
  readonly effects: readonly EffectRecord[];
  readonly violations: readonly Violation[];
  /** All that the templates' roles allow, and what of it was used. */
  readonly grants: readonly Grant[];
  /** What `afterwards` found. */
  readonly stuck: readonly string[];
  /** What is not as expected; empty when the rehearsal is met. */
  readonly problems: readonly string[];
  /** All that happened, the same as JSON lines, and the hash of that text. */
  readonly trace: readonly TraceEntry[];
  readonly traceText: string;
  readonly traceSha256: string;
}

/** The strike comes at a random moment of the minute after the calm. */
const STRIKE_WITHIN_SECONDS = 60;

/** Deploys an assembly into a simulated AWS, lets a scenario strike, and judges what came of it. */
export const rehearse = async (request: Request): Promise<Rehearsal> => {
  const { seed, scenario } = request;
  const world = createWorld(seed, scenario.beginsAt === undefined ? undefined : Date.parse(scenario.beginsAt));
  try {
    return await world.run(play(world, request));
  } finally {
    world.close();
  }
};

const play = async (world: DrivenWorld, request: Request): Promise<Rehearsal> => {
  const { plan, scenario } = request;
  const beganMs = world.clock.now();
  const theatre = await setTheStage(world, request);
  const { cloud, stage } = theatre;
  if (request.overhear) cloud.endpoint.onExchange(request.overhear);
  const { settleSeconds, calmSeconds } = patience(request);
  await world.clock.sleep(settleSeconds * 1000);
  scenario.prepare?.(stage);
  const users = createUsers(world, plan, cloud, theatre.application);
  await world.clock.sleep((calmSeconds + world.random('strike')() * STRIKE_WITHIN_SECONDS) * 1000);

  const unsteady = findUnsteady(stage);
  const struckMs = world.clock.now();
  const what = `${scenario.name}: ${scenario.summary}`;
  world.trace.add({ type: 'fault', region: stage.active, what, causes: [] });
  for (const fault of request.faults ?? []) fault.strike(stage, world.random(`fault ${fault.id}`));
  const mend = scenario.strike(stage) ?? undefined;
  await settle(stage, scenario, {
    beganMs,
    struckMs,
    ...patience(request),
    calmAfterSeconds: cast(stage, request.spells ?? []),
  });
  const stuck = (await request.afterwards?.(stage, users, mend)) ?? [];
  const replayed = request.replays === undefined ? [] : await replayEvents(cloud, users, request.replays);
  users.stop();
  return conclude(request, theatre, users, { beganMs, struckMs, unsteady, stuck, replayed });
};

interface Happened {
  readonly beganMs: number;
  readonly struckMs: number;
  readonly unsteady: readonly string[];
  readonly stuck: readonly string[];
  readonly replayed: readonly string[];
}

/** Judges what happened. */
const conclude = (
  request: Request,
  { cloud, stage, chronicle, recording }: Theatre,
  users: Users,
  { beganMs, struckMs, unsteady, stuck, replayed }: Happened,
): Rehearsal => {
  const { plan, scenario } = request;
  const runs = runsOf(cloud, plan, scenario.journey, struckMs);
  const trace = [...cloud.world.trace.entries];
  const lossesMs = lossesIn(trace, scenario, { beganMs, struckMs });
  const moves = movesOf(runs, users, lossesMs);
  const observed = users.observedObjectives();
  const recorded = recording.finish(users, { replayed, ...premisesOf(request, { struckMs, lossesMs }) });
  const violations = violationsIn(recorded);
  const traceText = trace.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  const leftWrong = expectationOf(scenario, plan).leaves?.(stage) ?? [];
  const isSpoilt = (request.faults ?? []).length > 0;
  const judged = {
    plan,
    expects: expectationOf(scenario, plan),
    isSpoilt,
    runs,
    moves,
    observed,
    violations,
    unsteady,
    leftWrong,
    trace,
    beganMs,
    struckMs,
  };
  return {
    request,
    runs,
    everyRun: recorded.runs,
    decisive: decisiveRun(runs),
    moves,
    observed,
    requests: users.requests,
    beganMs,
    struckAt: (struckMs - beganMs) / 1000,
    moments: chronicle.moments,
    effects: cloud.endpoint.effects,
    violations,
    grants: cloud.iam.grants(),
    stuck,
    problems: findProblems({ ...judged, records: cloud.endpoint }),
    trace,
    traceText,
    traceSha256: createHash('sha256').update(traceText).digest('hex'),
  };
};

/** When that was lost which is answered, in milliseconds since 1970: at the strike, unless the scenario says otherwise. */
const lossesIn = (
  trace: readonly TraceEntry[],
  { losses = [] }: Scenario,
  { beganMs, struckMs }: Pick<Happened, 'beganMs' | 'struckMs'>,
): readonly number[] => {
  const told = trace.filter(({ type, what }) => type === 'fault' && losses.includes(what));
  return told.length > 0 ? told.map(({ t }) => beganMs + t) : [struckMs];
};
