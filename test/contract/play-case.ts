import type { Exchange } from '../../rehearsal/aws/endpoint/records';
import type { ContractCase, Step } from './contract-case';
import { leaveOut } from './model/leave-out';
import { checkExchange } from './model/check-exchange';
import type { ServiceModel } from './model/service-model';
import { undeclaredErrors } from './model/undeclared-errors';
import { openMoto } from './moto-side';
import { send, type Outcome } from './send';
import { openSimulated } from './simulated-side';

/** What one side made of a case: an outcome per step, and the effect at the end. */
export interface Played {
  readonly outcomes: readonly Outcome[];
  readonly effect: unknown;
}

/** What the simulation made of it, and what it broke of AWS's service model on the way. */
export interface PlayedAndChecked extends Played {
  readonly broken: readonly string[];
}

/** In this time a journey goes on to what it does next. */
const AFTERWARDS_MS = 10_000;

/** Plays a case on moto, which forgets everything before. */
export const playOnMoto = async (one: ContractCase, url: string): Promise<Played> => {
  const { prepare, learn, steps, effect } = one;
  const side = await openMoto(url);
  try {
    await prepare.moto(side);
    const learned = (await learn?.moto(side)) ?? {};
    const outcomes: Outcome[] = [];
    for (const step of steps) {
      await step.awaits?.(side);
      const input = step.input({ now: new Date(), learned, last: lastOf(outcomes) });
      outcomes.push(await send(side.client(step.client, step.region), step, input));
    }
    return { outcomes, effect: await effect?.moto(side) };
  } finally {
    side.close();
  }
};

/**
 * Plays a case on the simulated AWS. After each step that succeeds, the same request is sent without each member that AWS
 * requires, one at a time: it must be refused by the right error.
 */
export const playOnSimulation = async (one: ContractCase, model: ServiceModel): Promise<PlayedAndChecked> => {
  const broken: string[] = [];
  const listen = (exchange: Exchange): void => void broken.push(...checkExchange(model, exchange));
  const side = openSimulated(listen);
  try {
    one.prepare.simulated(side);
    const outcomes: Outcome[] = [];
    const play = async () => {
      const learned = (await one.learn?.simulated(side)) ?? {};
      for (const step of one.steps) {
        const client = side.client(step.client, step.region);
        const input = step.input({ now: new Date(side.world.clock.now()), learned, last: lastOf(outcomes) });
        const outcome = await send(client, step, input);
        outcomes.push(outcome);
        if ('output' in outcome) broken.push(...(await sendLacking(client, step, input, model)));
      }
      await side.world.clock.sleep(AFTERWARDS_MS);
    };
    await side.world.run(play());
    return { outcomes, effect: one.effect?.simulated(side), broken };
  } finally {
    side.close();
  }
};

const lastOf = (outcomes: readonly Outcome[]): object => {
  const last = outcomes.at(-1);
  return last && 'output' in last ? last.output : {};
};

const sendLacking = async (client: unknown, step: Step, input: object, model: ServiceModel): Promise<string[]> => {
  const broken: string[] = [];
  for (const { lacks, input: lacking } of leaveOut(model, step.operation, input)) {
    const wrong = wrongWhenLacking(step.client.name, await send(client, step, lacking));
    if (wrong) broken.push(`${step.operation} without ${lacks} ${wrong}`);
  }
  return broken;
};

const wrongWhenLacking = (client: string, outcome: Outcome): string | undefined => {
  if ('output' in outcome) return 'succeeds; AWS requires it';
  // An error without a status never left the SDK, which refuses to make such a request.
  if (outcome.status === undefined && outcome.error === 'Error') return undefined;
  const { whenLacking } = undeclaredErrors(client);
  return whenLacking.includes(outcome.error)
    ? undefined
    : `is refused by ${outcome.error}; allowed are ${whenLacking.join(', ') || 'only refusals of the SDK itself'}`;
};
