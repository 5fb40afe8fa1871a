import { names } from '../lambdas/plan/names';
import type { Plan } from '../lambdas/plan/plan';
import { preferredRegion } from '../lambdas/plan/preferred-region';
import type { Cloud } from './aws/cloud';
import { createCloud, type SimulatedCloud } from './aws/create-cloud';
import { CannotRehearse } from './cannot-rehearse';
import { deploy } from './deploy/deploy';
import { record } from './invariants/record';
import { createChronicle, type Chronicle, type Moment } from './report/chronicle';
import type { Scenario, Stage } from './scenarios/scenario';
import { createApplication, type Application } from './world/application';
import { simulatedDns } from './world/dns';
import { simulatedHttp } from './world/http';
import { createSlack } from './world/slack';
import { simulatedTls } from './world/tls';
import type { World } from './world/world';

/** Everything that stands before a scenario strikes: the application, Understudy deployed and initialised, and who watches. */
export interface Theatre {
  readonly cloud: SimulatedCloud;
  readonly stage: Stage;
  readonly application: Application;
  readonly chronicle: Chronicle;
  readonly recording: ReturnType<typeof record>;
}

/** What is to be set up. */
interface Production {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly assemblyDir: string;
  readonly listen?: (moment: Moment) => void;
}

/** Lets the application stand in a simulated AWS, deploys an assembly beside it, and initialises the authority. */
export const setTheStage = async (world: World, production: Production): Promise<Theatre> => {
  const { plan, scenario, assemblyDir, listen = () => undefined } = production;
  const slack = createSlack(world.clock.now);
  const cloud = createCloud(world, {
    http: (from, note, causes) =>
      simulatedHttp(world, { application, slack, dns, references: plan.references })(from, note, causes),
    dns: (from) => dns(from),
    tls: (from, note, causes) => tls(from, note, causes),
  });
  const stage = stageOf(cloud, plan, scenario);
  const application = createApplication(plan, cloud, slack.webhook, stage.active);
  const dns = simulatedDns(world, cloud.route53);
  const tls = simulatedTls(world, application);
  const chronicle = createChronicle(cloud, names(plan), listen);
  const recording = record(cloud, cloud.endpoint, plan);
  deploy(cloud, assemblyDir);
  await initialise(stage);
  return { cloud, stage, application, chronicle, recording };
};

const stageOf = (cloud: Cloud, plan: Plan, { livesIn }: Scenario): Stage => {
  const preferred = preferredRegion(plan);
  const other = plan.regions.find(({ name }) => name !== preferred)!.name;
  return livesIn === 'the second Region'
    ? { cloud, plan, active: other, standby: preferred }
    : { cloud, plan, active: preferred, standby: other };
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
