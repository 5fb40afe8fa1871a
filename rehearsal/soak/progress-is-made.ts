import { names } from '../../lambdas/plan/names';
import { idleSecondsMax } from '../idle-seconds-max';
import { regionsOf } from '../faults/places';
import { lastQuestion, say } from '../scenarios/person';
import type { Stage } from '../scenarios/scenario';
import type { Users } from '../world/users';

/** Users have been served for so long, all of them. */
const SERVED_SECONDS = 20;
/** How long a system in which nothing goes wrong any more may need by itself, while it does something. */
const BY_ITSELF = { withinSeconds: 300 };
/** How long with a person's help, who does not give up. */
const WITH_HELP = { withinSeconds: 1_500, idleSeconds: Infinity };
/** A start that works one time in ten is none to rely on, and would pass if a person asked for it often enough. */
const ASKS_MAX = 8;

/**
 * Liveness: once the faults have passed, users are served again, if need be after a person did what the README says. The
 * answer says what was in the way; empty if nothing was.
 */
export const findStuck = async (stage: Stage, users: Users): Promise<readonly string[]> => {
  if (!isAnybodyLeft(stage)) return [];
  if (await served(stage, users, { ...BY_ITSELF, idleSeconds: idleSecondsMax(stage.plan) })) return letRunsEnd(stage);
  stage.cloud.world.trace.add({ type: 'fault', region: 'internet', what: 'a person helps', causes: [] });
  if (await served(stage, users, { ...WITH_HELP, help: () => help(stage, users) })) return [];
  // A scenario may strike again when it sees what it waits for.
  if (!isAnybodyLeft(stage) || isHiddenFromUsers(stage)) return [];
  const last = users.requests.findLast(({ good }) => !good);
  return [
    `users are not served ${WITH_HELP.withinSeconds} s after a person came to help: ${last?.why ?? 'nobody asks'}`,
  ];
};

/** Whether a Region that could serve lives and reaches a majority of the authority. */
const isAnybodyLeft = (stage: Stage): boolean =>
  stage.plan.regions.some(({ name }) => reachesTheAuthority(stage, name));

const reachesTheAuthority = ({ cloud: { world }, plan: { authority } }: Stage, region: string): boolean => {
  const { reaches } = world.network;
  const reached = authority.regions.filter((one) => reaches(region, one) && reaches(one, region));
  return reached.length > authority.regions.length / 2;
};

/** Observers reach the Region that serves, and only users do not: it counts as healthy, and nothing moves away from it (I7). */
const isHiddenFromUsers = (stage: Stage): boolean => {
  const { reaches } = stage.cloud.world.network;
  return unserving(stage).some(
    (region) => reachesTheAuthority(stage, region) && !(reaches('internet', region) && reaches(region, 'internet')),
  );
};

/** A person asks again after so long. */
const HELP_EVERY_SECONDS = WITH_HELP.withinSeconds / ASKS_MAX;

interface Hope {
  readonly withinSeconds: number;
  /** Where nothing has run for so long, nobody waits for it any more. */
  readonly idleSeconds: number;
  readonly help?: () => Promise<void>;
}

const served = async (stage: Stage, users: Users, { withinSeconds, idleSeconds, help }: Hope): Promise<boolean> => {
  const { clock } = stage.cloud.world;
  const beganMs = clock.now();
  let [busyAtMs, helpAtMs] = [beganMs, beganMs];
  while (!areServed(users, clock.now())) {
    if (isBusy(stage)) busyAtMs = clock.now();
    if (clock.now() - beganMs >= withinSeconds * 1000 || clock.now() - busyAtMs >= idleSeconds * 1000) return false;
    if (help && clock.now() >= helpAtMs) {
      helpAtMs = clock.now() + HELP_EVERY_SECONDS * 1000;
      await help();
    }
    await clock.sleep(5_000);
  }
  return true;
};

/** Users are served before the run that moved them has seen so; one that was cut off would not have moved in time (I16). */
const letRunsEnd = async (stage: Stage): Promise<readonly string[]> => {
  const { clock } = stage.cloud.world;
  const untilMs = clock.now() + BY_ITSELF.withinSeconds * 1000;
  while (isBusy(stage) && clock.now() < untilMs) await clock.sleep(5_000);
  return [];
};

/** Whether a run goes on; of those in dead Regions nobody knows when they will. */
const isBusy = ({ cloud: { states, world } }: Stage): boolean =>
  states.executions.some(({ endedAt, region }) => endedAt === undefined && world.network.alive(region));

/** Whether every user was served in the last while. */
export const areServed = ({ requests }: Pick<Users, 'requests'>, nowMs: number): boolean => {
  const before = requests.findLastIndex(({ at }) => nowMs - at > SERVED_SECONDS * 1000);
  const recent = requests.slice(before + 1);
  return recent.length > 0 && recent.every(({ good }) => good);
};

/** The kill switch is read before anything is started. */
const READS_SECONDS = 15;

/** Says yes to what was asked last, lets Understudy act, and asks each living Region to take over from those that should serve and do not. */
const help = async (stage: Stage, users: Users): Promise<void> => {
  const { cloud, plan } = stage;
  const asks = lastQuestion(cloud);
  const console = regionsOf(plan).find((region) => reachesTheAuthority(stage, region));
  if (asks !== undefined && console !== undefined) {
    const answer = { run: asks, says: 'yes', reason: 'users wait' };
    for (const role of plan.automation.approval.roles) say(stage, console, `approve-${role}`, answer);
  }
  for (const region of regionsOf(plan)) say(stage, region, 'kill-switch', { on: false, reason: 'users wait' });
  await cloud.world.clock.sleep(READS_SECONDS * 1000);
  if (areServed(users, cloud.world.clock.now())) return;
  for (const lost of unserving(stage)) {
    for (const { name } of plan.regions) {
      if (name !== lost) say(stage, name, 'failover', { lost, reason: 'users wait', acceptLoss: 'any' });
    }
  }
};

/** The Region that should serve; and where users are still led, if a move has not come so far. */
const unserving = ({ cloud, plan }: Stage): readonly string[] => {
  const item = cloud.dynamodb.item(names(plan).table, { pk: 'authority', sk: '-' });
  const traffic = (item?.['traffic'] ?? {}) as Readonly<Record<string, boolean>>;
  const led = Object.keys(traffic).filter((region) => traffic[region]);
  return [...new Set([...led, ...(item ? [String(item['active'])] : [])])];
};
