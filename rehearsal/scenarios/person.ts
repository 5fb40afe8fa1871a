import { names } from '../../lambdas/plan/names';
import type { Cloud } from '../aws/cloud';
import type { Stage } from './scenario';

/** A person starts one of Understudy's machines from the console of a Region. */
export const say = ({ cloud, plan }: Stage, region: string, machine: string, input: object): void => {
  const wanted = names(plan).machine(machine);
  // A console that does not answer starts nothing.
  if (!cloud.world.network.alive(region)) return;
  const { arn } = cloud.states.machines.find((one) => one.name === wanted && one.region === region)!;
  cloud.states.start({ machineArn: arn, input: { ...input }, as: 'console', causes: [] });
};

interface Answer {
  readonly run: string;
  readonly says: 'yes' | 'no';
  readonly reason: string;
}

/** A person answers for a role, from the Region that runs no application: they need not know which one asks. */
export const answer = (stage: Stage, role: string, said: Answer): void => {
  const { plan, active, standby } = stage;
  const aside = plan.authority.regions.find((region) => ![active, standby].includes(region))!;
  say(stage, aside, `approve-${role}`, said);
};

/** What people were asked, as they read it. */
export const questions = (cloud: Cloud): readonly string[] =>
  cloud.sns.published.filter(({ subject }) => subject?.includes('a person must decide')).map(({ message }) => message);

/** Somebody reads the notices, and does something about the first question, or a later one: they know its run from there alone. */
export const onQuestion = ({ cloud }: Stage, act: (run: string) => void, later = 0): void => {
  const look = (): void => {
    const run = runIn(questions(cloud)[later]);
    if (run === undefined) cloud.world.clock.after(LOOKS_EVERY_MS, look);
    else act(run);
  };
  look();
};

/** Somebody reads the notices, and does something about every question; they read no more after the result. */
export const onEachQuestion = ({ cloud }: Stage, act: (run: string) => void): (() => void) => {
  const read = new Set<string>();
  return cloud.world.clock.every(LOOKS_EVERY_MS, () => {
    for (const run of questions(cloud).flatMap((asked) => runIn(asked) ?? [])) {
      if (!read.has(run)) act(run);
      read.add(run);
    }
  });
};

/** The run that asked last, as people read it. */
export const lastQuestion = (cloud: Cloud): string | undefined => runIn(questions(cloud).at(-1));

const runIn = (asked = ''): string | undefined => /"run":"([^"]+)"/.exec(asked)?.[1];

const LOOKS_EVERY_MS = 1_000;

/** What people said that did not do what they were told it would. */
export const failedWords = ({ states }: Cloud): readonly string[] =>
  states.executions
    .filter(
      ({ machine, status }) => /-(kill-switch|acknowledge|approve-[a-z0-9-]+)$/.test(machine) && status !== 'SUCCEEDED',
    )
    .map(({ machine, region, status, cause }) => `${machine} in ${region} is ${status}: ${cause ?? ''}`);
