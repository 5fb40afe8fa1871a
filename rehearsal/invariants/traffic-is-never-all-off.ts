import { clockTime, type Invariant } from './recording';

/** S24: the traffic map never says all off. */
export const trafficIsNeverAllOff: Invariant = {
  id: 'S24',
  check: ({ authority }) =>
    authority
      .filter(({ traffic }) => !Object.values(traffic).some(Boolean))
      .map(({ atMs }) => `the traffic map said all off at ${clockTime(atMs)}`),
};
