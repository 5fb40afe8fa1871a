import { z } from 'zod';
import { durationText, parseDuration } from '../../lambdas/plan/duration';
import type { Cloud } from '../aws/cloud';
import type { Execution } from '../aws/services/compute';

/** What people said that bears on a run, by the inputs that they typed in the console. */
export interface PeoplesWords {
  /** Runs that a person started. */
  readonly byHand: readonly string[];
  /** Runs that a person started with the word that nothing writes in the lost Region. */
  readonly attested: readonly string[];
  /** Runs that a person started, and the loss that they accepted for each. */
  readonly acceptedLoss: readonly { readonly run: string; readonly acceptedSeconds: AcceptedSeconds }[];
  readonly yes: readonly Yes[];
}

/** How many seconds of writes may be lost by a person's word. */
export type AcceptedSeconds = 'any' | number;

/** A role's yes to a run's question. */
interface Yes {
  readonly run: string;
  readonly role: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

const attestation = z.object({ fenced: z.string() });
const acceptance = z.object({
  acceptLoss: z.union([z.literal('any'), z.string().regex(durationText).transform(parseDuration)]),
});
const yesTo = z.object({ run: z.string(), says: z.literal('yes') });

/** Everything that people said so far. */
export const peoplesWords = ({ states }: Pick<Cloud, 'states'>): PeoplesWords => {
  const typed = states.executions.filter(isTyped);
  return {
    byHand: typed.map(({ name }) => name),
    attested: typed.filter(({ input }) => attestation.safeParse(input).success).map(({ name }) => name),
    acceptedLoss: typed.flatMap(({ name, input }) => {
      const { data } = acceptance.safeParse(input);
      return data ? [{ run: name, acceptedSeconds: data.acceptLoss }] : [];
    }),
    yes: typed.flatMap(({ machine, input, startedAt }) => {
      const [, role] = /-approve-([a-z0-9-]+)$/.exec(machine) ?? [];
      const { data } = yesTo.safeParse(input);
      return role && data ? [{ run: data.run, role, atMs: startedAt }] : [];
    }),
  };
};

/** How many different roles said yes to a run. */
export const rolesThatSaidYes = ({ yes }: Pick<PeoplesWords, 'yes'>, run: string): number =>
  new Set(yes.filter((one) => one.run === run).map(({ role }) => role)).size;

/** Nothing in the simulated world leads to what a person does. */
const isTyped = ({ causes }: Execution): boolean => causes.length === 0;
