import type { Fault } from './fault';
import { oneOf, regionsOf } from './places';
import { spoil } from './spoil';

/**
 * A new version starts in environments of its own, so that nothing is left of what functions remembered; whatever is at
 * work goes on to its end. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
 */
export const deployAgain: Fault = {
  name: 'deploy-again',
  id: 'F34',
  summary: 'a Region’s functions get a new version, whatever is on its way',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => {
    const deployed = oneOf(regionsOf(plan), draw());
    const atMs = world.clock.now();
    world.trace.add({ type: 'fault', region: deployed, what: 'a new version of every function', causes: [] });
    // What came before never comes back, whenever the spell ends.
    spoil(
      world.faults,
      'environmentReplaced',
      (before) => (fn) => (fn.region === deployed && fn.sinceMs < atMs) || (before?.(fn) ?? false),
    );
    return () => undefined;
  },
};
