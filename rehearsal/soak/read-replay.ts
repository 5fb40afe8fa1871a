import { z } from 'zod';
import { BadRequest } from '../bad-request';
import { everyFault } from '../faults/all';
import { scenarios } from '../scenarios/all';
import type { Trial } from './trial';

const seconds = z.number().nonnegative();

const trial = z.strictObject({
  seed: z.int().nonnegative(),
  plan: z.string(),
  scenario: z.enum(scenarios.map(({ name }) => name)),
  spells: z.array(
    z.strictObject({
      fault: z.enum(everyFault.map(({ name }) => name)),
      fromSeconds: seconds,
      forSeconds: seconds,
      seed: z.int().nonnegative(),
    }),
  ),
}) satisfies z.ZodType<Trial>;

/** Reads what `showReplay` wrote; a `BadRequest` says what is wrong with it. */
export const readReplay = (text: string): Trial => {
  const { data, error } = trial.safeParse(parseJson(text));
  if (data) return data;
  throw new BadRequest(
    `the trial of --replay cannot be played; give what a soak printed after "shrunk:"\n${z.prettifyError(error)}`,
  );
};

/** The command that plays a trial exactly, whatever seeds draw by then. */
export const showReplay = ({ seed, plan, scenario, spells }: Trial): string =>
  `npm run soak -- --replay '${JSON.stringify({ seed, plan, scenario, spells })}'`;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
