import { say } from '../scenarios/person';
import type { Fault } from './fault';
import { oneOf, regionsOf } from './places';

/** Now and when the spell ends; a cool-down ends with it, and the next move may come at once (S26). */
export const acknowledgeMoves: Fault = {
  name: 'acknowledge-moves',
  id: 'F35',
  summary: 'somebody acknowledges a move, or one that never was, twice',
  passes: true,
  byPeople: true,
  strike: (stage, draw) => {
    const region = oneOf(regionsOf(stage.plan), draw());
    const acknowledge = () => say(stage, region, 'acknowledge', { reason: 'seen' });
    acknowledge();
    return acknowledge;
  },
};
