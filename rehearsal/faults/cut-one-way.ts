import type { Fault } from './fault';
import { cut, oneOf, regionsOf } from './places';

/** Requests arrive and answers do not, or the other way round. */
export const cutOneWay: Fault = {
  name: 'cut-one-way',
  id: 'F4',
  summary: 'nothing goes from one Region to another, and everything goes back',
  passes: true,
  strike: ({ cloud: { world }, plan }, draw) => {
    const from = oneOf(regionsOf(plan), draw());
    const to = oneOf(
      regionsOf(plan).filter((region) => region !== from),
      draw(),
    );
    return cut(world, from, to);
  },
};
