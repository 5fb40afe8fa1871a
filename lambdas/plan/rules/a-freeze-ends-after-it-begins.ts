import type { PlanRule } from '../problem';

/** A freeze that ends before it begins would never hold anything. */
export const aFreezeEndsAfterItBegins: PlanRule = ({ automation }) =>
  automation.freezes.flatMap(({ from, until }, at) =>
    Date.parse(from) < Date.parse(until)
      ? []
      : [
          {
            path: ['automation', 'freezes', at, 'until'],
            wrong: `${until} is not after ${from}`,
            allowed: 'a time after `from`',
            fix: 'exchange the two, or correct the date',
          },
        ],
  );
