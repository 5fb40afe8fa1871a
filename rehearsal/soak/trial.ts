import type { Plan } from '../../lambdas/plan/plan';
import { BadRequest } from '../bad-request';
import { everyFault } from '../faults/all';
import type { Fault } from '../faults/fault';
import { between, oneOf } from '../faults/places';
import type { Spell } from '../faults/spell';
import { throttle } from '../faults/throttle';
import { scenarios } from '../scenarios/all';
import type { Scenario } from '../scenarios/scenario';
import { createRandom } from '../world/random';

/** One run of the soak: a disaster, and what else goes wrong meanwhile. */
export interface Trial {
  readonly seed: number;
  readonly plan: string;
  readonly scenario: string;
  readonly spells: readonly Spell[];
  /** So large a share of the events is delivered once more when all is over; none, if absent. */
  readonly replays?: number;
}

/** A plan that the soak may draw, under the name by which `--plan` opens it. */
export interface SoakedPlan {
  readonly name: string;
  readonly plan: Plan;
  /** How many times as often as another one it is drawn; 1 if absent. */
  readonly weight?: number;
}

/** When a spell begins after the strike, and how long it lasts. Some are over before a run begins, some outlast it. */
const FROM_SECONDS = [0, 180] as const;
const FOR_SECONDS = [1, 120] as const;

/** What can be a spell: the faults of a share that the soak draws itself stand for those of a fixed one. */
export const spellable: readonly Fault[] = everyFault.filter((fault) => fault !== throttle);

/**
 * Draws a trial. Swarm testing: a seed first draws which faults it may use at all, and only then how often; runs with few
 * kinds of faults reach states that runs with a little of everything never do.
 * https://doi.org/10.1145/2338965.2336763 (Groce et al., Swarm Testing, ISSTA 2012)
 * Throws a `BadRequest` where no plan can be played with any of the scenarios.
 */
export const drawTrial = (seed: number, plans: readonly SoakedPlan[], among: readonly Scenario[] = []): Trial => {
  const random = createRandom(seed);
  const draw = random('trial');
  const wanted = among.length > 0 ? among : scenarios;
  const { name, plan } = oneOf(weighed(able(plans, wanted)), draw());
  const scenario = oneOf(drawable(plan, wanted), draw());
  const density = draw();
  const swarm = spellable.filter((fault) => draw() < density * SWARM_MAX && !(scenario.isAnEvent && fault.losesEvents));
  const spells = swarm.flatMap((fault) => castings(fault, random(`spells of ${fault.name}`)));
  const replay = random('replay');
  const replays = replay() < REPLAY_SHARE ? { replays: replay() } : {};
  return { seed, plan: name, scenario: scenario.name, spells, ...replays };
};

/** A replay takes about as long as a run that holds, so not every trial has one. */
const REPLAY_SHARE = 0.25;

/** The plans with which at least one of the scenarios can be played; throws where there is none. */
const able = (plans: readonly SoakedPlan[], among: readonly Scenario[]): readonly SoakedPlan[] => {
  const found = plans.filter(({ plan }) => among.some((scenario) => isPlayable(plan, scenario)));
  if (found.length > 0) return found;
  const asked = among.map(({ name }) => name).join(', ');
  throw new BadRequest(
    `none of ${plans.map(({ name }) => name).join(', ')} can be soaked with ${asked}; leave --plan out, or name another`,
  );
};

const weighed = (plans: readonly SoakedPlan[]): readonly SoakedPlan[] =>
  plans.flatMap((one) => Array<SoakedPlan>(one.weight ?? 1).fill(one));

/** At most this share of all faults belongs to a swarm: with all of them at once, hardly a run would come to anything. */
const SWARM_MAX = 0.35;

const isPlayable = (plan: Plan, { needs }: Scenario): boolean => needs?.has(plan) ?? true;

/** What takes an hour of virtual time is drawn a tenth as often as the rest. */
const drawable = (plan: Plan, among: readonly Scenario[]): readonly Scenario[] =>
  among
    .filter((scenario) => isPlayable(plan, scenario))
    .flatMap((scenario) => Array<Scenario>(scenario.watchSecondsMax > LONG_SECONDS ? 1 : 10).fill(scenario));

const LONG_SECONDS = 1_800;

const castings = ({ name }: Fault, draw: () => number): Spell[] =>
  Array.from({ length: 1 + Math.floor(draw() * CASTINGS_MAX) }, () => ({
    fault: name,
    fromSeconds: Math.round(between(FROM_SECONDS, draw())),
    forSeconds: Math.round(between(FOR_SECONDS, draw())),
    seed: Math.floor(draw() * 1_000_000),
  }));

const CASTINGS_MAX = 2;
