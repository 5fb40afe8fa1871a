import { names } from '../lambdas/plan/names';
import type { Plan } from '../lambdas/plan/plan';
import { switchRegions } from '../lambdas/plan/switch-regions';
import { allRegions } from '../lib/regions';
import type { Cloud } from './aws/cloud';
import type { Stage } from './scenarios/scenario';
import type { TraceEntry } from './world/world';

/** A vote older than this is as good as none (S1). */
const FRESH_SECONDS = 45;

/**
 * What is not as it must be while all is well: an observer that does not vote, a switch that nobody holds, a gate that is
 * closed, a schedule or rule that does nothing, an error in a log. A disaster on top of it would prove nothing.
 */
export const findUnsteady = ({ cloud, plan, active }: Stage): string[] => [
  ...silentObservers(cloud, plan),
  ...looseSwitches(cloud, plan, active),
  ...closedGates(cloud, plan, active),
  ...idleParts(cloud),
  ...errorsIn(cloud.world.trace.entries),
];

const silentObservers = ({ dynamodb, world }: Cloud, plan: Plan): string[] =>
  allRegions(plan).flatMap((region) => {
    const vote = dynamodb.item(names(plan).table, { pk: 'vote', sk: region });
    if (typeof vote?.['at'] !== 'string') return [`the observer in ${region} has never voted`];
    const ageSeconds = (world.clock.now() - Date.parse(vote['at'])) / 1000;
    return ageSeconds > FRESH_SECONDS ? [`the observer in ${region} has not voted for ${ageSeconds.toFixed(0)} s`] : [];
  });

const looseSwitches = ({ cloudwatch }: Cloud, plan: Plan, active: string): string[] =>
  switchRegions(plan).flatMap((at) =>
    plan.regions.flatMap(({ name }) => {
      const judged = cloudwatch.judge(at, names(plan).switchAlarm(name)) ?? 'missing';
      const wanted = name === active ? 'OK' : 'ALARM';
      return judged === wanted ? [] : [`the switch of ${name} in ${at} is ${judged}, not ${wanted}`];
    }),
  );

const closedGates = ({ ssm, world }: Cloud, plan: Plan, active: string): string[] =>
  plan.resources
    .filter((resource) => resource.kind === 'gate-parameter')
    .flatMap(({ name, parameter }) => {
      const until = readUntil(ssm.value(active, parameter));
      return until > world.clock.now() ? [] : [`the gate ${name} in ${active} is not open`];
    });

const readUntil = (value: string | undefined): number => {
  const { until } = JSON.parse(value ?? '{}') as { until?: string };
  return until === undefined ? 0 : Date.parse(until);
};

const idleParts = ({ events, scheduler }: Cloud): string[] => [
  ...events.rules
    .filter(({ targets }) => targets === 0)
    .map(({ name, region }) => `rule ${name} in ${region} has no target`),
  ...events.rules.filter(({ enabled }) => !enabled).map(({ name, region }) => `rule ${name} in ${region} is disabled`),
  ...scheduler.schedules
    .filter(({ enabled }) => !enabled)
    .map(({ name, region }) => `schedule ${name} in ${region} is disabled`),
];

/** While all is well, no function has a reason to log an error. */
const errorsIn = (entries: readonly TraceEntry[]): string[] => [
  ...new Set(
    entries
      .filter(({ type, line }) => type === 'log' && (line as { level?: string }).level === 'error')
      .map(({ region, what, line }) => `${what} in ${region} logs ${JSON.stringify(line)}`),
  ),
];
