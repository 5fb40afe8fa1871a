import { names } from '../../lambdas/plan/names';
import type { Fault } from './fault';
import { between, kill } from './places';

const LOOKS_EVERY_MS = 5_000;
/** Before a cool-down ends, or after it. */
const AFTER_SECONDS = [1, 90] as const;
/** Longer than any loss must last to be believed. */
const AWAY_SECONDS = [150, 240] as const;

/** Between the return of the one and the loss of the other: at once, nobody has told the former that the latter writes. */
const BACK_SECONDS = [0, 60] as const;

/**
 * What moved once may have to move again, and may not (S26). It strikes when the move has ended, even if that is after the
 * spell, and passes by itself.
 */
export const loseAgain: Fault = {
  name: 'lose-again',
  id: 'F29',
  summary: 'when the application has moved, the Region that it left comes back, and the new one dies for some minutes',
  passes: true,
  strike: ({ cloud, plan, active }, draw) => {
    const { world, dynamodb } = cloud;
    const [afterMs, awayMs] = [between(AFTER_SECONDS, draw()) * 1000, between(AWAY_SECONDS, draw()) * 1000];
    const backMs = between(BACK_SECONDS, draw()) * 1000;
    const strikeAgain = (region: string): void => {
      world.network.revive(active);
      world.clock.after(backMs, () => world.clock.after(awayMs, kill(world, region)));
    };
    const look = (): void => {
      const item = dynamodb.item(names(plan).table, { pk: 'authority', sk: '-' }) ?? {};
      const now = String(item['active'] ?? active);
      if (now === active || item['run'] !== undefined) return void world.clock.after(LOOKS_EVERY_MS, look);
      world.clock.after(afterMs, () => strikeAgain(now));
    };
    world.clock.after(LOOKS_EVERY_MS, look);
    return () => undefined;
  },
};
