import type { Fault } from './fault';
import { cut, regionsOf } from './places';

/**
 * Some call it lost and others see it well. Such partitions are as common as whole ones:
 * https://www.usenix.org/conference/osdi20/presentation/alquraan
 */
export const cutFromSome: Fault = {
  name: 'cut-from-some',
  id: 'F3',
  summary: 'the active Region and some of the others do not reach each other; users and the rest reach it',
  passes: true,
  strike: ({ cloud: { world }, plan, active }, draw) => {
    const others = regionsOf(plan).filter((region) => region !== active);
    const some = others.filter(() => draw() < 0.5);
    const mends = some.flatMap((other) => [cut(world, active, other), cut(world, other, active)]);
    return () => mends.forEach((mend) => mend());
  },
};
