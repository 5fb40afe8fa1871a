import fc from 'fast-check';
import { createAgenda } from '../../../rehearsal/world/agenda';

/** What is done with an agenda: something is added for a time, something is taken off again, or what comes next is taken. */
const doings = fc.array(
  fc.oneof(
    fc.record({ adds: fc.integer({ min: 0, max: 20 }) }),
    fc.record({ takesOff: fc.nat(199) }),
    fc.constant('takes what comes next' as const),
  ),
  { maxLength: 200 },
);

it('gives what is the soonest, and of the same time what was added first, because a seed must give the same trace', () => {
  fc.assert(
    fc.property(doings, (all) => {
      const agenda = createAgenda();
      const expected: { readonly atMs: number; readonly number: number }[] = [];
      const takeOffs = new Map<number, () => void>();
      const taken: number[] = [];
      all.forEach((doing, number) => {
        if (doing === 'takes what comes next') {
          expected.sort((one, other) => one.atMs - other.atMs || one.number - other.number);
          const [soonest] = expected.splice(0, 1);
          const next = agenda.next();
          next?.what();
          expect(next?.atMs).toBe(soonest?.atMs);
          if (soonest) expect(taken.at(-1)).toBe(soonest.number);
          return;
        }
        if ('takesOff' in doing) {
          takeOffs.get(doing.takesOff)?.();
          const index = expected.findIndex((one) => one.number === doing.takesOff);
          if (index >= 0) expected.splice(index, 1);
          return;
        }
        const takeOff = agenda.add(doing.adds, () => taken.push(number));
        takeOffs.set(number, takeOff);
        expected.push({ atMs: doing.adds, number });
      });
    }),
  );
});
