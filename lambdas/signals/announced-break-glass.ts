import { BREAK_GLASS_SECONDS_MAX } from '../plan/timing';
import type { Plan } from '../plan/plan';
import { InvalidSignal } from './invalid-signal';

/** What a person announces. */
interface Announced {
  readonly region: string;
  readonly until: string;
}

/** Reads an announced break-glass; one that no gate could honour is an `InvalidSignal` that says what is allowed (S32). */
export const parseAnnounced = (
  { region, until }: Announced,
  { regions }: Pick<Plan, 'regions'>,
  nowMs: number,
): Announced => {
  const all = regions.map(({ name }) => name);
  if (!all.includes(region)) {
    throw new InvalidSignal(`breakGlass.region is ${region}; allowed are ${all.join(', ')}`);
  }
  const leftSeconds = (Date.parse(until) - nowMs) / 1000;
  if (leftSeconds <= 0 || leftSeconds > BREAK_GLASS_SECONDS_MAX) {
    const latest = new Date(nowMs + BREAK_GLASS_SECONDS_MAX * 1000).toISOString();
    throw new InvalidSignal(`breakGlass.until is ${until}; allowed is a time from now to ${latest}`);
  }
  return { region, until: new Date(until).toISOString() };
};
