import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { validation } from '../errors';
import { valueAt, type Path } from './path';

/** An item under construction. */
export type Draft = Record<string, AttributeValue>;

/** Puts a value at a path whose parent exists; an index past the end of a list appends. */
export const setAt = (draft: Draft, path: Path, value: AttributeValue): void => {
  const { attributes, list, last } = parentOf(draft, path);
  if (attributes) attributes[last] = value;
  else list[Math.min(Number(last), list.length)] = value;
};

/** Takes away what is at a path whose parent exists. */
export const removeAt = (draft: Draft, path: Path): void => {
  const { attributes, list, last } = parentOf(draft, path);
  if (attributes) delete attributes[last];
  else list.splice(Number(last), 1);
};

type Parent =
  | { readonly attributes: Draft; readonly list?: undefined; readonly last: string }
  | { readonly attributes?: undefined; readonly list: AttributeValue[]; readonly last: number };

const parentOf = (draft: Draft, path: Path): Parent => {
  const [first, ...rest] = path;
  const last = rest.pop();
  if (last === undefined) return { attributes: draft, last: first };
  const parent = valueAt(draft, [first, ...rest]);
  if (typeof last === 'string' && parent?.M) return { attributes: parent.M, last };
  if (typeof last === 'number' && parent?.L) return { list: parent.L, last };
  throw validation('The document path provided in the update expression is invalid for update');
};
