import { say } from '../scenarios/person';
import type { Fault } from './fault';
import { oneOf } from './places';

/** Somebody starts a failover that nobody needs, or that another run leads already. */
export const startByHand: Fault = {
  name: 'start-by-hand',
  id: 'F21',
  summary: 'somebody starts a run beside all others, for a Region that may be well',
  passes: true,
  byPeople: true,
  strike: (stage, draw) => {
    const { plan } = stage;
    const { name: region } = oneOf(plan.regions, draw());
    // Some start it in the very Region that they call lost.
    const { name: lost } = oneOf(plan.regions, draw());
    say(stage, region, 'failover', { lost, reason: 'the page is red' });
    return () => undefined;
  },
};
