import * as z from 'zod';
import type { AuthorityItem } from './authority';

/** Who may act and who gets users, as the authority's item said at one moment; for people to compare. */
export const standing = z.object({
  active: z.string(),
  epoch: z.int().positive(),
  /** Who holds the lease, and so whose gates may be open; absent while nobody may renew it. */
  leasedTo: z.string().optional(),
  traffic: z.record(z.string(), z.boolean()),
});

export type Standing = z.output<typeof standing>;

export const standingIn = ({ active, epoch, lease, traffic }: AuthorityItem): Standing => ({
  active,
  epoch,
  ...(lease ? { leasedTo: lease.region } : {}),
  traffic,
});
