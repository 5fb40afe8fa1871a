import { createHash } from 'node:crypto';
import { names } from '../lambdas/plan/names';
import type { Plan } from '../lambdas/plan/plan';
import type { Cloud, Execution } from './aws/cloud';
import { createCloud } from './aws/create-cloud';
import { CannotRehearse } from './cannot-rehearse';
import type { EffectRecord } from './aws/endpoint/records';
import { deploy } from './deploy/deploy';
import { violationsIn } from './invariants/all';
import { record } from './invariants/record';
import type { Violation } from './invariants/recording';
import { findProblems } from './judge';
import { decisiveRun, runsOf, type RunRecord } from './outcome';
import { createChronicle, type Moment } from './report/chronicle';
import type { Scenario, Stage } from './scenarios/scenario';
import { findUnsteady } from './steady';
import { createApplication } from './world/application';
import { createWorld, type DrivenWorld } from './world/create-world';
import { simulatedDns } from './world/dns';
import { simulatedHttp } from './world/http';
import type { ObservedObjectives, UserRequest } from './world/objectives';
import { createSlack } from './world/slack';
import { createUsers } from './world/users';
import type { TraceEntry } from './world/world';

/** What to rehearse. */
export interface Request {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly seed: number;
  /** The directory of the cloud assembly to deploy. */
  readonly assemblyDir: string;
  /** Hears every line of the timeline when it happens. */
  readonly listen?: (moment: Moment) => void;
}

/** What came of a rehearsal. */
export interface Rehearsal {
  readonly request: Request;
  readonly runs: readonly RunRecord[];
  readonly decisive?: RunRecord;
  readonly observed: ObservedObjectives;
  /** Everything that users asked, in the order of time. */
  readonly requests: readonly UserRequest[];
  /** When the rehearsal began, in milliseconds since 1970 of virtual time, and the seconds from then to the strike. */
  readonly beganMs: number;
  readonly struckAt: number;
  readonly moments: readonly Moment[];
  readonly effects: readonly EffectRecord[];
  readonly violations: readonly Violation[];
  /** What is not as expected; empty when the rehearsal is met. */
  readonly problems: readonly string[];
  /** The trace as JSON lines, and the hash of that text. */
  readonly traceText: string;
  readonly traceSha256: string;
}

/** Schedules have started everything, gates are open and lag has been sampled after this long. */
const SETTLE_SECONDS = 240;
/** Users come a minute before anything happens; the strike comes at a random moment of the minute after that. */
const CALM_SECONDS = 60;
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
  const { plan, scenario, listen = () => undefined } = request;
  const beganMs = world.clock.now();
  const slack = createSlack(world.clock.now);
  const cloud = createCloud(world, {
    http: (from, note, causes) => simulatedHttp(world, { application, slack, dns })(from, note, causes),
    dns: (from) => dns(from),
  });
  const stage = stageOf(cloud, plan, scenario);
  const application = createApplication(plan, cloud, slack.webhook, stage.active);
  const dns = simulatedDns(world, cloud.route53);
  const chronicle = createChronicle(cloud, names(plan), listen);
  const recording = record(cloud, cloud.endpoint, plan);
  deploy(cloud, request.assemblyDir);
  await initialise(stage);
  await world.clock.sleep(SETTLE_SECONDS * 1000);
  scenario.prepare?.(stage);
  const users = createUsers(world, plan, cloud, application);
  await world.clock.sleep((CALM_SECONDS + world.random('strike')() * STRIKE_WITHIN_SECONDS) * 1000);

  const unsteady = [...findUnsteady(stage), ...errorsIn(world.trace.entries)];
  const struckMs = world.clock.now();
  world.trace.add({
    type: 'fault',
    region: stage.active,
    what: `${scenario.name}: ${scenario.summary}`,
    causes: [],
  });
  scenario.strike(stage);
  await settle(cloud, plan, scenario, struckMs);
  users.stop();

  const runs = runsOf(cloud, plan, scenario.journey, struckMs);
  const movedMs = runs.flatMap(({ execution, evidence }) =>
    evidence?.outcome === 'moved' && execution.endedAt !== undefined ? [execution.endedAt] : [],
  );
  const violations = violationsIn(recording.finish(users, movedMs));
  const observed = users.observedObjectives();
  const trace = [...world.trace.entries];
  const traceText = trace.map((entry) => `${JSON.stringify(entry)}\n`).join('');
  const problems = findProblems({
    plan,
    expects: scenario.expects,
    runs,
    observed,
    violations,
    unsteady,
    leftWrong: scenario.expects.leaves?.(stage) ?? [],
    records: cloud.endpoint,
    trace,
  });
  return {
    request,
    runs,
    decisive: decisiveRun(runs),
    observed,
    requests: users.requests,
    beganMs,
    struckAt: (struckMs - beganMs) / 1000,
    moments: chronicle.moments,
    effects: cloud.endpoint.effects,
    violations,
    problems,
    traceText,
    traceSha256: createHash('sha256').update(traceText).digest('hex'),
  };
};

/** What an operator does once after the first deployment. */
const initialise = async ({ cloud, plan, active }: Stage): Promise<void> => {
  const name = names(plan).machine('initialise');
  const machine = cloud.states.machines.find((one) => one.name === name && one.region === active);
  if (!machine)
    throw new CannotRehearse(`${active} has no state machine ${name}, so the authority cannot be initialised`);
  const execution = cloud.states.start({ machineArn: machine.arn, input: {}, as: 'console', causes: [] });
  while (execution.status === 'RUNNING') await cloud.world.clock.sleep(1000);
  if (execution.status !== 'SUCCEEDED')
    throw new CannotRehearse(`${name} ended ${execution.status}: ${execution.cause}`);
};

const stageOf = (cloud: Cloud, plan: Plan, { livesIn }: Scenario): Stage => {
  const preferred = plan.regions.find(({ share }) => share > 0)!.name;
  const other = plan.regions.find(({ name }) => name !== preferred)!.name;
  return livesIn === 'the second Region'
    ? { cloud, plan, active: other, standby: preferred }
    : { cloud, plan, active: preferred, standby: other };
};

/** While all is well, no function has a reason to log an error. */
const errorsIn = (entries: readonly TraceEntry[]): string[] => [
  ...new Set(
    entries
      .filter(({ type, line }) => type === 'log' && (line as { level?: string }).level === 'error')
      .map(({ region, what, line }) => `${what} in ${region} logs ${JSON.stringify(line)}`),
  ),
];

/** After a run has ended, one more renewal of the gate, and a few minutes of users, show whether it holds. */
const REST_SECONDS = 150;

const settle = async (cloud: Cloud, plan: Plan, scenario: Scenario, struckMs: number): Promise<void> => {
  const { clock } = cloud.world;
  const machine = names(plan).machine(scenario.journey);
  const isAtRest = () => {
    const runs = cloud.states.executions.filter((one) => one.machine === machine && one.startedAt >= struckMs);
    return runs.length > 0 && runs.every((run) => hasRested(run, clock.now()));
  };
  while (!isAtRest() && clock.now() - struckMs < scenario.watchSecondsMax * 1000) await clock.sleep(5_000);
};

const hasRested = ({ endedAt }: Execution, nowMs: number): boolean =>
  endedAt !== undefined && nowMs - endedAt >= REST_SECONDS * 1000;
