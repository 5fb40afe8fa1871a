import { isBrokenUnheard } from '../scenarios/break-glass';
import { say } from '../scenarios/person';
import type { Fault } from './fault';
import { oneOf, regionsOf } from './places';

const LOOKS_EVERY_MS = 5_000;

/** Somebody says stop in some Region, and later that it may go on. */
export const pressKillSwitch: Fault = {
  name: 'press-kill-switch',
  id: 'F36',
  summary: 'somebody turns the kill switch on, and later off',
  passes: true,
  byPeople: true,
  strike: (stage, draw) => {
    const region = oneOf(regionsOf(stage.plan), draw());
    say(stage, region, 'kill-switch', { on: true, reason: 'not now' });
    const goOn = (): void => {
      // Whoever lets others go on asks them first.
      if (isBrokenUnheard(stage)) return void stage.cloud.world.clock.after(LOOKS_EVERY_MS, goOn);
      for (const one of regionsOf(stage.plan)) say(stage, one, 'kill-switch', { on: false, reason: 'go on' });
    };
    return goOn;
  },
};
