import { timeAxis } from '../../../../lambdas/evidence/report/time-axis';

const MINUTE = 60_000;

describe('timeAxis', () => {
  it('holds every moment, and marks round numbers of seconds and none so near the right edge that its label would widen the page', () => {
    const axis = timeAxis(10 * MINUTE, 'the loss', [8 * MINUTE, 16 * MINUTE]);
    expect(axis.ticks.map(({ ms }) => (ms - axis.zeroMs) / MINUTE)).toEqual([-2, 0, 2, 4]);
    expect(parseFloat(axis.place(8 * MINUTE))).toBeGreaterThan(0);
    expect(parseFloat(axis.place(16 * MINUTE))).toBeLessThan(100);
  });

  it('puts what it does not hold at its edge, so that nothing widens the page', () => {
    const axis = timeAxis(0, 'the loss', [MINUTE]);
    expect([axis.place(-MINUTE), axis.place(3 * MINUTE)]).toEqual(['0%', '100%']);
  });

  it('shows even what takes no time', () => {
    expect(timeAxis(0, 'the loss', [MINUTE]).width(5, 5)).toBe('0.4%');
  });

  it('says how long before or after zero something was', () => {
    const { offset } = timeAxis(MINUTE, 'the loss', []);
    expect([offset(MINUTE + 1250), offset(MINUTE - 500)]).toEqual(['+1.3\u00a0s', '−0.5\u00a0s']);
  });
});
