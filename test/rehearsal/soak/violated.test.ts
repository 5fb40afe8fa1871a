import { withTimeline } from '../../../rehearsal/soak/violated';

const beganMs = Date.UTC(2026, 0, 6, 23, 55);
const moments = [0, 100, 230, 290, 300, 310, 400].map((t) => ({
  t,
  region: 'us-west-2',
  what: `at ${t} s`,
  causes: [],
}));
const secondsAround = (because: string) =>
  withTimeline({ invariant: 'I3', because }, { moments, beganMs }).timeline.map(({ t }) => t);

describe('the timeline of a violation', () => {
  it('is the minute before the moment that it names, and a little after, also past midnight', () => {
    expect(secondsAround('the epoch fell at 00:00:00.000, and was 3 at 23:56:00.000')).toEqual([290, 300, 310]);
  });

  it('is the end where no moment is named', () => {
    expect(secondsAround('301 s of writes were lost')).toEqual([400]);
  });

  it('keeps what is nearest where too much happened', () => {
    const many = Array.from({ length: 100 }, (_, index) => ({ ...moments[0]!, t: 250 + index / 2 }));
    const { timeline } = withTimeline({ invariant: 'I3', because: 'at 00:00:00.000' }, { moments: many, beganMs });
    expect(timeline).toHaveLength(40);
    expect(timeline.at(-1)!.t).toBe(299.5);
  });
});
