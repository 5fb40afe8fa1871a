import { clockTime, type GateTime, type Invariant } from './recording';

/** I1: at most one Region can commit writes through a gate at any instant. A time once given out is never taken back. */
export const oneRegionWritesAtATime: Invariant = {
  id: 'I1',
  check: ({ gates }) => {
    const open = gates.filter(({ atMs, untilMs }) => untilMs > atMs);
    return open.flatMap((gate, index) => {
      const other = open
        .slice(0, index)
        .find((earlier) => earlier.region !== gate.region && earlier.untilMs > gate.atMs);
      return other ? [describe(gate, other)] : [];
    });
  },
};

const describe = (gate: GateTime, other: GateTime): string =>
  `the gate of ${gate.region} opened at ${clockTime(gate.atMs)}, while that of ${other.region} was open until ${clockTime(other.untilMs)}`;
