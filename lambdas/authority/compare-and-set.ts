import { AUTHORITY_KEY, authorityItem, readAuthority, type AuthorityItem } from './authority';
import type { Replicas } from './replicas';
import { updateItem } from './table';

/** A change of the authority item, in DynamoDB's expressions. */
export interface Change {
  /** Unique to this writer and this write. */
  readonly nonce: string;
  readonly condition: string;
  /** `SET` clauses without the keyword; the nonce is added. */
  readonly set: readonly string[];
  readonly remove?: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** What became of a change: applied, or the item as somebody else left it. */
export type Changed =
  | { readonly applied: true; readonly item: AuthorityItem }
  | { readonly applied: false; readonly item: AuthorityItem | undefined };

/** Applies a change if its condition holds. A write whose answer was lost is recognised by its nonce (S9). */
export const compareAndSet = async (replicas: Replicas, change: Change): Promise<Changed> => {
  const set = `SET ${[...change.set, 'nonce = :nonce'].join(', ')}`;
  const remove = change.remove?.length ? ` REMOVE ${change.remove.join(', ')}` : '';
  const written = await updateItem(replicas, AUTHORITY_KEY, {
    UpdateExpression: set + remove,
    ConditionExpression: change.condition,
    ExpressionAttributeNames: change.names,
    ExpressionAttributeValues: { ...change.values, ':nonce': change.nonce },
  });
  if (written) return { applied: true, item: authorityItem.parse(written) };
  const item = await readAuthority(replicas);
  // An earlier attempt may have been applied although its answer never came.
  return item?.nonce === change.nonce ? { applied: true, item } : { applied: false, item };
};
