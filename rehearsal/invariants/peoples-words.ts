import { z } from 'zod';
import type { Cloud } from '../aws/cloud';
import type { Execution } from '../aws/services/compute';

/** What people said that bears on a run, by the inputs that they typed in the console. */
export interface PeoplesWords {
  /** Runs that a person started. */
  readonly byHand: readonly string[];
  /** Runs that a person started with the word that nothing writes in the lost Region. */
  readonly attested: readonly string[];
  /** Runs that a person started and accepted a loss for. */
  readonly acceptedLoss: readonly string[];
  readonly yes: readonly { readonly run: string; readonly role: string }[];
}

const attestation = z.object({ fenced: z.string() });
const acceptance = z.object({ acceptLoss: z.string() });
const yesTo = z.object({ run: z.string(), says: z.literal('yes') });

/** Everything that people said so far. */
export const peoplesWords = ({ states }: Pick<Cloud, 'states'>): PeoplesWords => {
  const typed = states.executions.filter(isTyped);
  return {
    byHand: typed.map(({ name }) => name),
    attested: typed.filter(({ input }) => attestation.safeParse(input).success).map(({ name }) => name),
    acceptedLoss: typed.filter(({ input }) => acceptance.safeParse(input).success).map(({ name }) => name),
    yes: typed.flatMap(({ machine, input }) => {
      const [, role] = /-approve-([a-z0-9-]+)$/.exec(machine) ?? [];
      const { data } = yesTo.safeParse(input);
      return role && data ? [{ run: data.run, role }] : [];
    }),
  };
};

/** How many different roles said yes to a run. */
export const rolesThatSaidYes = ({ yes }: PeoplesWords, run: string): number =>
  new Set(yes.filter((one) => one.run === run).map(({ role }) => role)).size;

/** Nothing in the simulated world leads to what a person does. */
const isTyped = ({ causes }: Execution): boolean => causes.length === 0;
