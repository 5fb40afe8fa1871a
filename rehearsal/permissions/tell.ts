import Table from 'cli-table3';
import { colours as pc } from '../report/colours';
import type { Review } from './review';
import { lineOf } from './reviewed';
import type { Surveyed } from './survey';

/** What is wrong, one a line; empty when every permission is used or has its reason. */
export const findUnexplained = ({ unexplained, stale }: Review): string[] => [
  ...unexplained.map((one) => `no rehearsal uses ${lineOf(one)}; remove it, or say in reviewed.ts why it stays`),
  ...stale.map(({ because }) => `the reviewed list explains nothing any more with: ${because}`),
];

/** What `permissions --json` prints. */
export const toResult = (review: Review) => ({
  met: findUnexplained(review).length === 0,
  used: review.used,
  kept: review.kept.map(({ permission, entry }) => ({ ...withoutUse(permission), because: entry.because })),
  unused: review.unexplained.map(withoutUse),
  stale: review.stale.map(({ because }) => because),
});

/** A table of the reasons, then what has none, then a summary. */
export const tell = (review: Review): string => {
  const { used, kept } = review;
  const reasons = new Map<string, number>();
  for (const { entry } of kept) reasons.set(entry.because, (reasons.get(entry.because) ?? 0) + 1);
  const drawn = new Table({
    head: ['permissions', 'that stay unused because'],
    style: { head: [], border: [], compact: true },
    colAligns: ['right', 'left'],
  });
  for (const [because, count] of reasons) drawn.push([count, because]);
  const wrong = findUnexplained(review);
  return [
    drawn.toString(),
    `${used.length} permissions are used in a rehearsal; ${kept.length} are not, and have a reason`,
    ...(wrong.length === 0
      ? [pc.green('every permission is used, or reviewed with its reason')]
      : wrong.map((line) => pc.red(line))),
  ].join('\n');
};

const withoutUse = ({ holder, action, resource }: Surveyed) => ({ holder, action, resource });
