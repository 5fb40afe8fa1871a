import { say } from '../scenarios/person';
import type { Fault } from './fault';
import { oneOf, regionsOf } from './places';

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
    return () => {
      for (const one of regionsOf(stage.plan)) say(stage, one, 'kill-switch', { on: false, reason: 'go on' });
    };
  },
};
